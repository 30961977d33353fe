namespace TimerRooms.E2E.Testing;

/// <summary>A device whose clocks are wrong. What a page reads as its Date can be set; its log keeps the true time.</summary>
public static class PageClock
{
    private const string Script = TrueTime.Script + """
        window.timerRoomsDevice ??= (() => {
          const [TrueDate, counter] = [Date, performance.now.bind(performance)];
          let [ahead, slept] = [0, 0];
          const now = () => Math.floor(trueNow() + ahead);
          window.Date = new Proxy(TrueDate, {
            construct: (date, given, made) => Reflect.construct(date, given.length ? given : [now()], made),
            apply: date => new date(now()).toString(),
            get: (date, name) => name === 'now' ? now : date[name]
          });
          performance.now = () => counter() - slept;
          return {
            step: by => { ahead += by; },
            sleep: () => {
              const from = counter();
              alert('asleep');  // nothing runs on a page that shows one
              slept += counter() - from;
            }
          };
        })();

        """;

    /// <summary>From the next page on, this device's Date is so far ahead.</summary>
    public static Task SetClockAheadAsync(this Person person, TimeSpan ahead) =>
        person.Context.AddInitScriptAsync(FormattableString.Invariant($"{Script} timerRoomsDevice.step({ahead.TotalMilliseconds});"));

    /// <summary>Sets the Date of a page that was opened after <see cref="SetClockAheadAsync"/>.</summary>
    public static Task StepClockAsync(this Person person, TimeSpan by) =>
        person.Page.EvaluateAsync("by => timerRoomsDevice.step(by)", by.TotalMilliseconds);

    /// <summary>The same, to a moment.</summary>
    public static Task SetClockAsync(this Person person, DateTimeOffset moment) =>
        person.Page.EvaluateAsync("moment => timerRoomsDevice.step(moment - Date.now())", moment.ToUnixTimeMilliseconds());

    /// <summary>By how many minutes the zone of the device is behind UTC at this moment of its own.</summary>
    public static Task<int> ZoneAsync(this Person person) => person.Page.EvaluateAsync<int>("new Date().getTimezoneOffset()");

    /// <summary>Takes the device of a page that is open to another zone.</summary>
    public static async Task SetZoneAsync(this Person person, string zone)
    {
        var browser = await person.Context.NewCDPSessionAsync(person.Page);
        await browser.SendAsync("Emulation.setTimezoneOverride", new() { ["timezoneId"] = zone });
    }

    /// <summary>The page asks for the time once more by itself, as it does each 6.8 s, and is answered.</summary>
    public static Task HasAskedOnceMoreAsync(this Person person) => person.Page.EvaluateAsync("""
        () => import('/clock/server-clock.js').then(clock => new Promise(asked => {
          clock.onSample(() => { if (clock.log[clock.log.length - 1].cause === 'beat') asked(); });
        }))
        """);

    /// <summary>What the page measured of the server's clock, and what it made of that.</summary>
    public static Task<string> ClockLogAsync(this Person person) =>
        person.Page.EvaluateAsync<string>("import('/clock/server-clock.js').then(clock => JSON.stringify(clock.log))");

    /// <summary>The device sleeps: nothing runs on its page and performance.now() stands still, as on some it does, while Date goes on.</summary>
    public static async Task SleepAsync(this Person person, Func<Task> meanwhile)
    {
        var fallen = new TaskCompletionSource<IDialog>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Fall(object? sender, IDialog dialog) => fallen.TrySetResult(dialog);
        person.Page.Dialog += Fall;
        var asleep = person.Page.EvaluateAsync("timerRoomsDevice.sleep()");
        var dialog = await fallen.Task;
        await meanwhile();
        await dialog.AcceptAsync();
        await asleep;
        person.Page.Dialog -= Fall;
    }
}
