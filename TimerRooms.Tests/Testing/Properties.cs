using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace TimerRooms.Tests.Testing;

/// <summary>
/// Checks a property over many random cases. A failure begins with its seed in brackets, as <c>(1,3)</c>; with
/// <c>TIMERROOMS_SEED=1,3</c> in the environment the same cases come again.
/// </summary>
public static class Properties
{
    private static readonly string[]? Seed = Environment.GetEnvironmentVariable("TIMERROOMS_SEED")?.Split(',');

    public static void ForAll<T>(Gen<T[]> cases, int times, Action<T[]> holds) => Check(Prop.ForAll(Arb.From(cases, Smaller), holds), times);

    public static void ForAll<T>(Gen<T[]> cases, int times, Func<T[], Task> holds) => Check(Prop.ForAll(Arb.From(cases, Smaller), holds), times);

    private static void Check(Property property, int times)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true);
        if (Seed is [var seed, var gamma])
        {
            var replay = new Replay(new Rnd(ulong.Parse(seed, null), ulong.Parse(gamma, null)), FSharpOption<int>.None);
            config = config.WithReplay(FSharpOption<Replay>.Some(replay));
        }
        property.Check(config);
    }

    /// <summary>Halves, then every single step left out: commands make sense in any order, so what is left is still a case.</summary>
    private static IEnumerable<T[]> Smaller<T>(T[] steps)
    {
        if (steps.Length > 3)
        {
            yield return steps[..(steps.Length / 2)];
            yield return steps[(steps.Length / 2)..];
        }
        for (var i = 0; i < steps.Length; i++) yield return [.. steps[..i], .. steps[(i + 1)..]];
    }
}
