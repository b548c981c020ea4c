export const gameplayEn = `
= How do I protect my house? | How do claims work? | Can I make my claim bigger?
@ claim, new player
> How do I stop others from {breaking into|robbing} my house?
< Place the boundary stone from your starter kit and click it: a frame appears. 40×40 is free, after that each block costs {n} coins.
>? Can I add friends?
<? Sure: /region add name. They can build and open chests.

= Quest "{q}" does not finish | Stuck on "{q}" | "{q}" is bugged
@ quests, bug
$q = The Old Lighthouse | Bread for the Garrison | The Last Convoy | Quiet Water
> I did everything for "{q}" but it does not complete. {Relogged twice|The NPC repeats the same line}.
< In which order did you do it? This one has a tricky spot.
> I {talked to the smith|brought the supplies} first and then went back
# Known bug: step 3 is skipped when the item is already in the inventory
< That is our bug, the fix comes with the next update. I completed it for you by hand, the reward is yours.

= Where do I find {item}? | Looking for {item}
@ question, resources
% LOW
$item = sky iron | amber | wyvern scales | black oak | frost moss
> Where on earth do I find {item}? Been looking for three days.
< I will not spoil the exact place :) Try {the cold lands above 200|caves under the swamps|the islands in the east}, at night the odds are better.
> {Getting warmer, thanks|Never been there, on my way}

= My {pet} disappeared | Lost my {pet} after a teleport
@ pets, restore
$pet = wolf | horse | griffin | fox | camel
> My {pet} did not come along when I teleported. {I have had it since day one :(|Level {nn}!!}
< Let me look where it stayed. From where to where did you teleport?
> From {my base|the farm} to spawn on {s}
# The {pet} is stuck in an unloaded chunk at {x} {z}
< Found it waiting at the portal at {x}, {z}. I moved it to your home.
> {It is alive!!|Yay, thank you}

= Stuck in a wall at {x} {z} | I am stuck and cannot teleport
@ stuck
% HIGH
> I am stuck {under the stairs in the dungeon|inside a wall after the lift} on {s}, {x} {z}. Teleport says I am in combat.
< I moved you to spawn. Is everything still with you?
> Yes, all good
<? I marked the place, the gap will be closed with the next update.

= When is the boss tonight? | Event schedule? | What time is the siege?
@ event, question
% LOW
> What time is {the boss tonight|the weekend event|the siege}?
< The boss comes every day at 17:00 UTC, the siege is on Saturdays at 16:00, the event on Sunday from 13:00 to 19:00. The whole week is always at /events.

= No reward for "{ev}" | Event reward missing | "{ev}": my reward never came
@ event, reward
$ev = Autumn Harvest | Boat Race | Night of Shadows | Clan Battle | Build Contest
> I came in {n}th in "{ev}" and got nothing, everybody else has theirs.
< Let me check the results. Your name is {nick}?
> Yes, on {s}
# In the list; given out while the inventory was full, so the item dropped
< Your inventory was full at that moment and the item got lost. I sent it again to your in-game mail, please pick it up within a week.

= Switching clans | What happens to my stuff when I leave the clan?
@ clan, question
% LOW
> {I want to switch clans. What happens to my things in the storage?|Do I lose what is in the storage when I leave my clan?}
< Your own storage stays yours, the shared one stays with the clan. You can join another after one day.

= {nn} boss kills and no drop | Is the drop rate broken? | Boss drops on {s}
@ drop, boss
% sour
> Killed the boss {nn} times and never got the {blade|shield|staff}. It says 5%, is it even in the table?
< I checked: {nnn} players got it this week, so the rate is right. {nn} tries without it is bad luck, sorry.
> {That hurts|RIP}
<? One tip: since autumn every failure adds 0.5%, you can see your counter with /luck.

= I broke my {thing} by accident | Can I get my {thing} back? | Threw away my {thing}
@ restore, item
$thing = enchanted pickaxe | legendary cloak | vault key | beacon | epic bow
> I accidentally {threw it into lava|salvaged it|sold it to the trader} — my {thing}. Is there any way to get it back?
< We can do that once every half year. Shall I use it now?
> Yes please
< Your {thing} is in your mail. The next one is in half a year, take good care of it :)

= Farm stopped working after the update | Iron farm broken | My farm makes nothing
@ farm, update
> My {iron|xp|sugar cane} farm stopped after the update. It ran for {a year|months} before. [base]
< The update changed the spawn height: at most three blocks above the floor. Yours looks like five.
> So I have to rebuild it?
< No, just lower the roof by two blocks.
> {Lowered it, works|It runs again!}

= Tutorial door does not open | Stuck in the tutorial | Tutorial, step {n}
@ new player, tutorial
> {First day here|New player}, the tutorial door does not open when I use the lever.
< The lever needs an empty hand: scroll to an empty slot and try again.
> {Oh. OH. Thanks|That was easy, I feel silly}
< Welcome to the server! There is also /help chat with friendly people.

= Idea: {idea} | Suggestion: {idea} | Could you add {idea}?
@ suggestion
% LOW
$idea = chest sorting | a second pet slot | dungeon maps | winter fishing | music in taverns
> Could you add {idea}? {Many in our clan want it|I think everyone would use it}.
< Thanks, we like it! It is on the list, the team picks from it at the end of the month.
>? How do I find out?
<? We post it in the news channel, with your name if it makes it.
`;
