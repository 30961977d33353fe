using System.Globalization;
using TimerRooms.Core.Timers;
using TimerRooms.E2E.Testing;
using TimerRooms.Web.Clock;

namespace TimerRooms.E2E;

/// <summary>The browser's copy of the rules, <c>wwwroot/clock/timer-text.js</c>, gives the server's answers.</summary>
public sealed class TimerRulesTests(Site site) : StageTests(site)
{
    private const int Timers = 500, MomentsOfEach = 4;

    private const string Ask = """
        async asked => {
          const rules = await import('/clock/timer-text.js');
          return asked.map(one => ({
            phase: rules.phaseOf(one.facts, one.now), text: rules.textOf(one.facts, one.now), elapsed: rules.elapsedOf(one.facts, one.now)
          }));
        }
        """;

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_browser_tells_of_a_timer_what_the_server_tells()
    {
        var random = new Random(2026);
        var cases = Enumerable.Range(0, Timers).Select(_ => TimerOf(random))
            .SelectMany(timer => Enumerable.Range(0, MomentsOfEach).Select(_ => (Timer: timer, Now: MomentOf(timer, random)))).ToList();
        Assert.Equal(Enum.GetValues<TimerPhase>(), cases.Select(one => one.Timer.Phase(one.Now)).Distinct().Order());

        var visitor = await VisitorAsync(await Shared);
        await visitor.OpenAsync("/signin");
        var answers = await visitor.Page.EvaluateAsync<Answer[]>(Ask, cases.Select(one => new { facts = FactsOf(one.Timer), now = Number(TimerFacts.Milliseconds(one.Now)) }));

        var faults = cases.Zip(answers).Where(pair => !Agree(pair.First.Timer, pair.First.Now, pair.Second))
            .Select(pair => $"{pair.Second} at {pair.First.Now:O} of {pair.First.Timer}").ToList();
        Assert.Empty(faults);
        Assert.Equal(cases.Count, answers.Length);
        Assert.Empty(visitor.Faults);
    }

    private static bool Agree(RoomTimer timer, DateTimeOffset now, Answer answer) =>
        answer.Phase == TimerWords.Name(timer.Phase(now)) && answer.Text == ClockText.Of(timer, now) && Math.Abs(answer.Elapsed - timer.Elapsed(now).TotalMilliseconds) < 0.001;

    /// <summary>As timer-face reads them from its attributes.</summary>
    private static object FactsOf(RoomTimer timer) => new
    {
        kind = TimerFacts.Kind(timer),
        atZero = TimerFacts.AtZero(timer),
        begun = timer.Run.HasCounted,
        total = Number(TimerFacts.Milliseconds(timer.Total)),
        banked = Number(TimerFacts.Milliseconds(timer.Run.Banked)),
        since = Number(TimerFacts.Milliseconds(timer.Run.RunningSince)),
        warning = Number(TimerFacts.Milliseconds(timer.Warning)),
        danger = Number(TimerFacts.Milliseconds(timer.Danger)),
        finishedAt = Number(TimerFacts.Milliseconds(timer.Run.FinishedAt)),
    };

    private static double? Number(string? fact) => fact is null ? null : double.Parse(fact, CultureInfo.InvariantCulture);

    private static RoomTimer TimerOf(Random random)
    {
        var duration = TimeSpan.FromSeconds(Pick(random, 1, 20, 299, 300, 301, 3_600, random.Next(1, 360_000)));
        return new RoomTimer(Guid.Empty, "Talk", random.Next(4) == 0 ? TimerKind.CountUp : TimerKind.Countdown, duration)
        {
            AtZero = Enum.GetValues<AtZero>()[random.Next(4)],
            WarningLeft = random.Next(3) == 0 ? duration * random.Next(4) / 4 : null,
            DangerLeft = random.Next(3) == 0 ? duration * random.Next(4) / 8 : null,
            Run = random.Next(6) == 0 ? TimerRun.None : RunOf(duration, random),
        };
    }

    // any run that can be written down, whether or not commands lead there
    private static TimerRun RunOf(TimeSpan duration, Random random) => new()
    {
        Banked = random.Next(3) == 0 ? TimeSpan.Zero : Milliseconds(duration * random.NextDouble() * 1.2),
        RunningSince = random.Next(3) == 0 ? null : Noon.AddMilliseconds(random.Next(-100_000, 100_000)),
        Added = random.Next(3) == 0 ? TimeSpan.FromMinutes(random.Next(10)) : TimeSpan.Zero,
        FinishedAt = random.Next(5) == 0 ? Noon : null,
        Round = random.Next(5) == 0 ? 1 : 0,
    };

    /// <summary>Most often where something changes, or a millisecond beside it.</summary>
    private static DateTimeOffset MomentOf(RoomTimer timer, Random random)
    {
        var start = timer.Run.RunningSince ?? Noon;
        var spent = Pick(random, timer.Total, timer.Total - timer.Warning, timer.Total - timer.Danger, Milliseconds(timer.Total * random.NextDouble() * 1.5),
            timer.Run.Banked, TimeSpan.FromSeconds(random.Next(4_000)));
        return start + Milliseconds(spent - timer.Run.Banked) + TimeSpan.FromMilliseconds(random.Next(-1, 2));
    }

    /// <summary>Whole ones, as all that is stored.</summary>
    private static TimeSpan Milliseconds(TimeSpan amount) => TimeSpan.FromMilliseconds(Math.Floor(amount.TotalMilliseconds));

    private static T Pick<T>(Random random, params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    private sealed record Answer
    {
        public string Phase { get; set; } = "";
        public string Text { get; set; } = "";
        public double Elapsed { get; set; }
    }
}
