export const otherEn = `
= Are you looking for moderators? | I would like to join the team
@ team
% LOW
> Are you looking for {moderators|builders|helpers}? I have played for {a year|two years} and know the rules.
< We open applications {at the start of the month|next Friday}, watch the channel. 16 or older, two or three evenings a week.
>? And if I am 15?
<? Then you can begin as a guide for new players, that is from 14.

= New Telegram, how do I keep my account? | Lost access to my old Telegram
@ account
> I lost my old number and Telegram with it. How do I link {nick} to this one?
< Please tell us the e-mail you registered with, the month and your last larger purchase.
> {Gmail|Outlook}, {March|August} last year, {premium in September|summer pass}
# Everything matches
< All correct, {nick} now belongs to this Telegram.

= Videos about your server | Partnership
@ partnership
% LOW
> I run a channel with {nn} thousand subscribers and would like to make a series on your server. Whom do I talk to?
< Nice! Send us a link, I will pass it on to Igor, he takes care of partners.
> {It is in my profile|Sent it by e-mail}
# Igor: good channel, I will send the terms
< Igor will write to you within two days. Thanks for the interest!

= Delete my account | Please erase my data
@ account, data
> Please delete my account {nick} and all data.
< We will. Character and purchases cannot be brought back after that. Please confirm with the word "delete".
> delete
< The account is off now and the data will be gone within 14 days. Until then you can change your mind.

= Just a thank you | Thank you for the server!
@ feedback
% LOW
> No problem at all, I just want to say thanks, {yesterday was fixed so quickly|the weekend event was great|our whole family plays here}.
< That made our day! I told the team. Have fun!

= Is there a mobile version? | Playing on a Steam Deck
@ question, mobile
% LOW
> Can I play on {a phone|a tablet|a Steam Deck}?
< {Computers only for now. We are trying out a mobile version, news in winter.|The Steam Deck works in desktop mode, there is a guide in the pinned post of the channel.}

= Is it OK for a {n} year old? | Parental controls
@ kids, question
> My {son|daughter} is {n} and wants to play. Is there {a parental control|a mode without chat}?
< Yes: "Kids mode" in the account settings. Chat with friends only, purchases with your code, play until 21:00.
>? Can I limit it to an hour a day?
<? Yes, same page, "Time per day".
> Turned it on, {exactly what I needed|very handy}

= Change my e-mail | How do I change the e-mail of my account
@ account, e-mail
> How do I change my e-mail? The old one is {from a job I left|hacked}.
< Send me your name and the new address, I will mail a code there.
> {nick}, {nick2}@mail.example
< Sent, it is valid for 15 minutes.
> {Got it, all changed|Worked}

= Typo in a quest | Translation mistake on {s}
@ typo
% LOW
> Small thing: {the quest says "light house keeper" in one place and "lighthousekeeper" in another|the shop says "you has bought"}.
< Fixed, thanks for the sharp eyes! {100 coins for the find.|}

= Player meetup in {city}? | Is there a meetup this year?
@ meetup
% LOW
$city = Berlin | Prague | Warsaw | Amsterdam
> I heard about a meetup in {city}. How do I get in?
< It is {on the last Saturday of the month|on the 12th at four}. Sign-up opens in the channel, there are sixty places.
>? Can I bring a friend who does not play?
<? Of course, just sign up for two.

= Too many bot messages | Turn off the news from the bot
@ bot, notifications
> {The bot sends too much|How do I turn off the bot's news}? I only want answers from support.
< Type /settings and turn off "News and events", answers to your requests will still arrive.
> {Done|Found it}

= Account stolen | Hacked, e-mail changed | Someone else is in my account
@ account, hacked
% CRITICAL
> {My account was hacked|Someone is in my account}, the e-mail is not mine any more and my character is naked. {nick}, please help!
< I froze the account, nothing can leave it. Did you type your password on another site?
> {There was a "free premium" link|I voted for somebody through a link}…
# Login from another country at {t}. Items went to {nick2}, take them back
< I see. Your e-mail and items are back, they had only reached one player. Please change the password and turn on signing in with Telegram, then a stolen password is useless.
> Done, thank you so much
`;
