export const complaintsEn = `
= {nick2} insults people | Report: {nick2} in chat | Harassment by {nick2}
@ chat, insults
> {nick2} has been insulting me {for an hour|for two days} in {s} chat. [chat]
< I read the log and it is clearly over the line. Muted for {a day|three days|a week}. You can also hide them: /ignore {nick2}.

= My house was griefed | Griefed and robbed on {s} | {nick2} destroyed my base
@ griefing, base
% HIGH
> I came home and {half of the house is gone|the roof is gone and the chests are empty}. [base]
>? That was {two months|three weeks} of work
< I am sorry! What are the coordinates? I will see who was there.
> {x} {z} on {s}
# Log: {nick2} and one more, yesterday {t}, {nnn} blocks. Land was not claimed
< It was {nick2} with a friend yesterday around {t}. Both are banned, the house is back as it was, the items are in the chests, and I put a boundary stone for you.
> {No words. Thank you|You are wizards}

= Cheater in the arena: {nick2} | {nick2} is using aimbot
@ cheater, arena
% HIGH
> {nick2} hits people through walls in the arena. [lag]
< We will watch them in the game.
# +1h Watched for {nn} minutes: aimbot and wall hack, no doubt
< Confirmed, {nick2} is banned for good. Rating from lost matches against them comes back within an hour.

= Spawn killing on {s} | {nick2} kills everybody at spawn
@ spawn kill
> {nick2} stands at spawn on {s} and kills everyone who joins. I died {three|five} times.
< Thanks, they are online, going there now.
< Caught in the act: banned for a day. Your things are in the grave at spawn until tomorrow.
> {Got them|Got my stuff back}

= Complaint about a moderator | Unfair moderator
@ complaint, moderation
> Your moderator muted me {after an argument|and made fun of me in chat|without a word}. Is that how it works here?
< Thank you, an administrator handles those. When was it and where?
> {Yesterday|Saturday} at {t} on {s}
# Pass to admin. The mute was right, the tone was not
< We checked. The mute followed rule 2.3 but the tone was not acceptable; we talked to the moderator and apologise. The mute is down to an hour.

= {nick2} advertises another server | Spam in private messages
@ spam, chat
% LOW
> {nick2} sends everyone {ads for another server|links to "free diamonds"}.
< Links removed, {nick2} is gone. Did anyone you know open one?
> {I don't think so|A friend did but typed nothing}
< They should change their password, just to be safe.

= {nick2} emptied our clan storage | Officer stole everything
@ clan, theft
% sour
> Our officer {nick2} took everything from the clan storage and left. Can you give it back?
< The clan leader had given them that right, so no rule was broken; what happens inside a clan is up to the clan.
> But it was {nn} stacks!
# Leader confirmed he gave the right himself. Rule 5.1, no return
< I know it hurts. We cannot return it, but /clan role lets you allow putting in without taking out.

= Neighbour walled me in | {nick2} built a tower right next to me
@ neighbours, building
> {nick2} put {dirt|an obsidian fence} all around my land, I cannot get out. [base]
< Not allowed: there must be three free blocks around somebody's land. They have a day to remove it.
> +25h {The day is over, still there|Nothing happened}
< We removed it and warned them. Next time they lose the plot.

= Someone pretends to be an admin | Fake support asked for my password
@ scam
% CRITICAL
> Someone on Telegram says they are your admin and wants my password {for a prize|or I get banned}. Is that you? [chat]
< No! We never ask for a password. Did you send anything?
> {No, I asked here first|Only my name}
< Well done. We reported the account and warned everyone in the channel.

= {nick2} duped items on the market | Possible dupe
@ dupe, market
> {nick2} sells {diamond blocks|netherite} by the hundred for 10 coins. That must be duped.
< It looks like it. Trading is frozen for them while we check.
# Dupe with a hopper and leaving the game. Handed to dev, {nnn} items removed
< Confirmed, the bug is closed and the items are gone. 2000 coins for your help!
>? Wow, did not expect that

= Trolls at our event | {nick2} ruins our wedding on {s}
@ event, trolls
> We are holding {a wedding|a contest} on {s} and {nick2} {throws potions at the guests|breaks the decorations}. Can you come right now?
< On my way. Coordinates?
> {x} {z}
< They are out and strangers cannot enter until midnight. Have a great party!

= Teaming in solo mode | {nick2} teams in solos
@ teaming, arena
> {nick2} and two others play together in solo mode, {third|fifth} match in a row.
< We will look at the replays of tonight.
# Replays: two work together, the third was there by chance
< Two of them are out of ranked for a day and lost rating. The third had nothing to do with it.
`;
