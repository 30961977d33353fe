namespace TimerRooms.E2E.Testing;

/// <summary>The clock that all pages of this machine share, whatever their own are made to show.</summary>
public static class TrueTime
{
    /// <summary>Gives a page <c>trueNow()</c>, in UTC milliseconds: to come before anything that tampers with its clocks.</summary>
    public const string Script = """
        window.trueNow ??= (() => {
          const [origin, now] = [performance.timeOrigin, performance.now.bind(performance)];
          return () => origin + now();
        })();

        """;
}
