export const economyEn = `
= Paid but got no {goods} | {goods} missing, order {order} | Order {order}: charged, nothing arrived
@ payment, purchase
% HIGH
$goods = premium | builder pack | battle pass | autumn bundle
> I paid for the {goods} {20 minutes ago|at {t}|yesterday}, the money is gone and there is nothing in the game. Order {order} [shop]
< I see order {order}: the payment arrived but for the name {nick2}. Yours is {nick}?
> Yes {nick}. {Autocorrect…|My typo}
< I moved the order to {nick}. Please rejoin, the {goods} will be there.

= Card declined three times | Payment keeps failing | Cannot pay
@ payment
> My card gets declined {every time|for the third time}. The bank says everything is fine.
< It is your bank's fraud check, the payment never reaches us. PayPal has no such check, could you try that?
> {PayPal worked|Went through with PayPal}
< Great! If money from earlier attempts is not back in three days, write here and I will send you a confirmation for the bank.

= Charged twice | Double charge for order {order}
@ payment, refund
% HIGH
> I was charged twice for order {order}. Please refund one.
< I will compare it with the payment provider. Could you send a screenshot of both charges?
> Here [shop]
# Second charge exists at the acquirer without an order. Refund started
< You are right, the second one was ours to give back. Refunded, it takes 1–5 days.
> {Arrived today|Ok, I will watch for it}

= Bought the wrong thing | Can I swap a {goods}? | Bought a {goods} on the wrong server
@ refund
$goods = chest | pack | pet | 30 day premium
> I bought a {goods} {on the wrong server|instead of the battle pass}. Can it be {moved|swapped|refunded}?
< Did you already open it?
> {No, it is still in the mail|Not yet}
< Then it is easy. I put the amount on your balance, you can pick the right one.

= {coins} coins are gone | Where did my {coins} coins go?
@ coins, balance
> I had {coins} coins yesterday, today it says zero. I did not buy anything!
< Looking at the history. Are you in a clan?
> Yes, {Northern Wolves|the Ark|Taiga}
# {t}: moved to the clan bank with /clan deposit all
< At {t} all of it went to the clan bank with "/clan deposit all". The leader can give it back: /clan withdraw {coins} {nick}.
> {Oh no, that was me|I meant to put in 500…}

= Overpaid on the market | Bought a {what} for {coins} coins by mistake
@ market
% sour
$what = potion | scroll | sword
> I bought a {what} for {coins} coins, it is worth a tenth of that. One zero too many. Please undo it.
< I understand, that is annoying. Sellers choose their prices and the market asks before expensive purchases, so we do not undo those.
> It is a trap
< Copies of somebody else's offer are punished, but this was an ordinary one. Under Settings → Market you can turn on a warning for prices above average.

= What is in premium? | Any discount on premium? | Premium question
@ premium, question
% LOW
> What do I get with premium, and is there ever a discount?
< Two homes instead of one, no queue, +20% experience and a coloured name. The next discount is {this weekend|on Friday}.
>? Does it add up if mine has not ended yet?
<? It does, the days are added.

= Code {code} does not work | Promo code rejected
@ promo code
% LOW
$code = AUTUMN26 | NORTH100 | STREAM5 | FRIDAY
> Code {code} says "not valid".
< That one ended on {Sunday|the last of the month}.
> {It is still on the streamer's page|I only saw it today}
< We will ask to have it removed. I added {500|300} coins for you, as the code would have.

= Gift never arrived | Gifted premium to a friend, not there
@ gift, purchase
> I sent premium to my friend {nick2}, order {order}, nothing arrived.
< It waits in their mail on {s}, they play on another server. Shall I move it?
> Yes, to {Nord|Ost|Arena} please
< Moved, they can see it now.

= Scammed out of {coins} coins | {nick2} took my coins and left | Scammed in a trade
@ trade, scam
> {nick2} promised me a {legendary sword|pickaxe} for {coins} coins, took them and left. [chat]
< Did you use the trade window or did you send the coins with a command?
> With /pay, {he said it is faster|he told me the window is bugged}
# Fourth time this week for {nick2}. Ban and return the coins
< {nick2} is banned and you have your {coins} coins back. Please always use the trade window, both sides move at the same time there.

= Refund for unused premium | I stop playing, can I get money back?
@ refund
> I bought a year of premium but I will not play any more. Can I get some of it back?
< Yes, for the unused months, you have {n} left. To the same card. Shall I?
> Yes please
# Approved, finance sends it tomorrow
< Done, 3–5 working days. Your character and buildings stay, we would be happy to see you again.
>? +60h Money arrived

= Sold an item, no coins | Auction did not pay me {coins} coins
@ auction, coins
> My item sold for {coins} but there are no coins. {Two hours now|Since yesterday}.
< Auction money goes to a separate account, pick it up at the auctioneer or with /ah claim.
> {I had no idea, got it|Oh, there was money from last month too}
`;
