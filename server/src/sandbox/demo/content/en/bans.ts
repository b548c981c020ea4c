export const bansEn = `
= Banned for nothing | {n} day ban, no idea why | Please check the ban of {nick}
@ appeal, anticheat
% sour
> I log in and have a {n} day ban for "unfair advantage". I do not use anything! Name is {nick}. [ban]
< Let me pull the anticheat record, I will answer today.
# Autoclicker: exactly 21 clicks per second for {nn} seconds
> Ok waiting. I just click fast
< I looked at it: exactly 21 clicks per second with the same gap for {nn} seconds. No hand does that. The ban stays and ends by itself.

= Appeal for {nick} | Could my ban be shorter? | I was wrong, please shorten the ban
@ appeal
> I admit it, I used {an autoclicker|an x-ray pack}. {Stupid idea|A friend told me to}, it will not happen again. Any chance for a shorter ban? {nick}
< Thanks for being honest. Is it your first one?
> Yes, I play since {last autumn|a year and a half}
# No earlier record, {nnn} hours played. I would halve it
< We talked about it and cut it in half. Please keep in mind that the next one would be permanent.

= Anticheat banned me for lag | False ban on {s} | Banned for "flying" while lagging
@ anticheat, mistake
% HIGH
> The server lagged and I got {kicked and banned|banned} for "flying". I fell off a bridge!
< Checking the record. When was that?
> Around {t} on {s}
# Ticks were down to 6 then, three others got the same flag
< You are right, the server stalled and the anticheat misread it. The ban is lifted and removed from your record. Sorry! Three days of premium are on us.

= Muted for {n} hours, why? | Why was I muted? | Mute in global chat
@ chat, mute
% LOW
> Why am I muted for {n} hours? I {just asked for a trade|only asked about the event}.
< The same message {n} times in a row is against rule 2.1, it makes the chat unreadable. [chat]
> Nobody answered so I repeated it
< I get it. The mute ends by itself; for trades there is a separate channel where you can repeat every two minutes.

= My brother got me banned | Banned because of my little brother
@ account, appeal
> My little brother used my account while I was at work and {broke a neighbour's house|wrote nonsense in chat}. Now I am banned. What can I do?
< The owner answers for the account, so we cannot just lift it. If you make up for the damage, we shorten it.
> How, if I cannot join?
< Tell me what you would give, I will move it from your chest and the neighbour confirms.
> {2 stacks of iron and the diamonds from the far chest|Whatever is in the chest at the door}
< The neighbour is happy and the ban is gone. Maybe put a password on the launcher :)

= Hardware ban on a used PC | "Device is blocked" on my first login
@ account, hardware
> I bought a used PC and on my first login it says "device is blocked". I never played here before.
< That can happen when the previous owner was banned. Could you send the listing or the chat about the purchase?
> Here is the chat with the seller [chat]
# Device banned in spring, account {nick} is new, no overlap
< Thanks, that is enough. The device is unblocked, welcome!

= Whole clan banned for duping | Clan ban, only one of us duped
@ dupe, clan
% HIGH sour
> {n} people of our clan got banned for duping. One did it, the others did not know!
< Our records show the copied items in the shared chest and {n} people taking them. Who, do you think, did not know?
> Me and two others, we joined last week
# Checked the movements: {nick} really took nothing. The others did
< Your ban is lifted, you never touched those items. The others moved them many times, so theirs stay.

= How much is an unban? | Can I pay to get unbanned?
@ appeal, payment
% LOW
> How much does an unban cost?
< Bans are not for sale, we only lift them after an appeal. If you think it is wrong, send your name and what happened.
> {Someone on Discord offers it for {sum}|A guy says he can unban me for money}
< That is a scam. Please send us his name, we will report him.

= Ban evasion? This is another person | Banned for ban evasion
@ appeal, alt
% sour
> It says "ban evasion" but I have one account only! {nick}
< Someone signed in as {nick2} from your device, and that account is banned until {the end of the month|spring}. Was that not you?
> {My roommate|A friend who was visiting}
< I believe you, but we have no way to tell. When the ban of {nick2} ends, yours ends too.

= When does my ban end? | Ban should be over by now
@ duration
> My ban should have ended {today|yesterday} and I still cannot join. Name {nick}
< It ends today at {22:50|23:15|23:40} Moscow time, to the minute. After that you can join right away.
> {Ah, time zones. Got it|Okay, I thought it was in the morning}

= Banned for a trade with {nick2} | It was a normal trade, not a scam
@ trade, appeal
> I got banned for "scamming" but {nick2} agreed to the trade! Here is the proof. [chat]
< Please send the beginning of that chat too, the picture only has the last lines.
> Here is the start [chat]
# Promised the second half for later and left. That is rule 4.3
< I read it. You agreed on two parts and the second one never came. Return those {nn} ingots and the ban is lifted.
> I would, but I cannot join
< You can join for an hour now. The ban goes away once it is returned.

= Name not allowed | Have to change my name after two years
@ name
% LOW
> It says my name is not allowed. I have used it for {two years|ages}!
< The rules for names became stricter this month. Send me a new one, the change is free and you keep everything.
> {{nick2} then|{nick2}_{nn} please}
< Done, sign in with the new one.
`;
