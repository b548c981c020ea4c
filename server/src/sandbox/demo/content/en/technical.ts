export const technicalEn = `
= Cannot join {s}: {err} | {err} when joining {s} | {s} will not let me in
@ login, network
% HIGH incident
$err = connection timed out | connection lost | error 10060
> I {cannot|can't} get into {s} {since {t}|for half an hour now}, it says "{err}". My internet is fine, other games work.
>? Already restarted the router
< We see it too: some players cannot reach {s} at the moment. Working on it, I will write here as soon as it is back.
# Proxy in front of {s} went down, on-call is restarting it
> {Any idea how long?|We have a raid at eight…}
< The proxy is back up. Could you try to join again?

= Kicked every {n} minutes | Random disconnects on {s} | Keeps disconnecting
@ disconnect, network
% incident
> I get kicked every {n} minutes. I rejoin and it happens again.
< Which server is it, and where are you connecting from?
> {s}, {Germany|Poland|the UK|Spain|Canada}
< Thanks. We had packet loss on one of our lines and moved the traffic to another. How is it now?
> {No kick for 20 minutes so far|Looks stable}

= Huge lag on {s} | Ping {nnn} on {s} | {s} is unplayable tonight
@ lag, performance
% incident
> {s} is unplayable, ping {nnn} and mobs are teleporting around. [lag]
>? Everyone in chat says the same
< You are right, the world was overloaded by farms around spawn. We moved them to their own thread and the tick rate is back to normal.
> {Much better|Yes, smooth again}

= Crash while loading the world | Game closes at 90% | Crash since the launcher update
@ crash, launcher, memory
> Since {yesterday's update|the update} the game gets to 90% and closes. No error at all.
< Could you send us latest.txt? In the launcher: Settings → Logs → Open folder.
> Here you go [log]
# Out of memory in the renderer, only {2|3} GB given
< The log shows the game running out of memory. Go to Settings → Memory in the launcher, set it to {4|6} GB and start again.
>? It was fine with 2 GB before though
<? The new textures need a bit more, sorry about that.

= Launcher stuck on checking files | Launcher does not update | Launcher says access denied
@ launcher
> The launcher {is stuck on "checking files"|says access denied|downloads the same update over and over}. Reinstalled it twice.
< Please close it and delete the "cache" folder inside the game folder. Your settings and screenshots are elsewhere, nothing gets lost.
> {Where is that folder?|Where do I find it?}
< Press Win+R and paste %appdata%\\severgame.
> Found it, it is updating now

= Black screen after start | Black screen but I hear music
@ graphics
> I start the game and only get a black screen, music plays. {Laptop with integrated graphics|GTX 1650|Radeon 6600}.
< Usually that is an old graphics driver. Please update it from the vendor's site and switch off "Shaders" in the launcher.
> {Turning shaders off did it|New driver fixed it}

= Nobody hears me in voice chat | Microphone not working in game | Voice chat is silent
@ voice chat, sound
> Nobody can hear me in voice chat, the mic works in Discord.
< Open Settings → Voice in the game and check which microphone is selected. The last update reset it to the first one in the list.
> The right one is selected and the bar moves, still nothing
< Then check Windows: Settings → Privacy → Microphone → allow desktop apps.
>? That was off! Probably a Windows update

= No confirmation code | Login code never arrives | Waiting for the login e-mail
@ login, account
> I never get the login code by e-mail. {Spam is empty|Checked spam too}.
< What is your in-game name and the provider of your e-mail?
> {nick}, {Outlook|Gmail|GMX}
# Mail accepted with a delay of up to an hour
< The codes are sent, but your provider holds them back. I switched the check off for 30 minutes: sign in now and link Telegram, then codes will arrive here.
> I'm in and linked it

= FPS dropped after the update | From 90 to {nn} FPS | Low FPS on {s}
@ fps, performance
> My FPS went from 90 to {nn} after the update, same PC. [lag]
< The update switched on long render distance for everyone. Set it to 10 and turn off volumetric clouds.
>? Clouds helped, but my base is still slow
<? Bases with many item frames are heavy right now, we are working on it.

= Resource pack fails to download | Everything is purple | Missing textures on {s}
@ resources
> It says "failed to download resource pack" and every item is purple.
< Delete the folder server-resource-packs in the game folder and rejoin, it will be fetched again.
> {That worked|Textures are back}

= My character is gone | Empty inventory after maintenance | Lost all my progress on {s}
@ rollback, inventory
% CRITICAL
> I logged in after the {maintenance|restart} and my inventory is empty, I am back at spawn. {That was half a year of playing!|I had {nn} ingots and enchanted armour.}
> Please tell me this can be restored
< Don't worry, we keep copies every 15 minutes. Please do not pick anything up until I write. Your name is {nick}?
> Yes
# Joined during the migration, an empty profile was made. Restore the copy of {t}
< I restored your character from {t}. Please rejoin and check the inventory and your chests.
> {Everything is there, you saved my week|All back!!}

= Right click does not work on Mac | Mac: menu ignores right click
@ mac, controls
% LOW
> Right click stopped working in menus on my MacBook, macOS {14|15|26}.
< We could reproduce it, it is a bug in 2.8.1. The fix comes {tomorrow|on Thursday}. Until then Ctrl + click works.
> {Ctrl works, I can wait|Good enough, thanks}
< +22h 2.8.2 is out and right click is back. Thanks for reporting it!

= Launcher needs Windows 10? | Cannot play on Windows 7 any more
@ launcher, system
% sour LOW
> The launcher says it needs Windows 10. I played on 7 for two years?!
< I am sorry, since 2.8 Windows 7 is not supported any more: the new Java does not run on it.
> So I have to buy a new PC?
< Not necessarily, most of those machines run Linux fine. There is a step by step guide in the Help section of our site.

= Kicked for a {mod} mod | Anticheat rejects my {mod} mod
@ mods, anticheat
$mod = minimap | shader | zoom | inventory sorting
> I cannot join because of an "unknown mod". The only one I use is a {mod} mod and that one is on the allowed list.
< It is allowed, but the new version has another signature. Which version do you have?
> {1.4.2|the newest one|3.0 beta}
< Added it to the list. Restart the launcher in five minutes and you are good to go.
`;
