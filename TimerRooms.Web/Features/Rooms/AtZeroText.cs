using TimerRooms.Core.Timers;

namespace TimerRooms.Web.Features.Rooms;

/// <summary>What a timer does at zero, in words.</summary>
internal static class AtZeroText
{
    public static readonly AtZero[] Choices = Enum.GetValues<AtZero>();

    public static string Of(AtZero atZero) => atZero switch
    {
        AtZero.Overtime => "Run into overtime",
        AtZero.StartNext => "Start the next",
        AtZero.Repeat => "Repeat",
        _ => "Stop",
    };

    /// <summary>What will happen to this timer, beside its length; null where nothing needs saying.</summary>
    public static string? Plan(RoomTimer timer, RoomTimer? next) => (timer.Kind, timer.AtZero) switch
    {
        (TimerKind.CountUp, _) => null,
        (_, AtZero.Overtime) => "then overtime",
        (_, AtZero.StartNext) => next is null ? "then stop" : $"then “{next.Title}”",
        (_, AtZero.Repeat) => $"round {timer.Run.Round + 1} of {timer.Repeats + 1}",
        _ => null,
    };
}
