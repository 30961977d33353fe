using TimerRooms.Core.Rooms;

namespace TimerRooms.Web.Features.Basic;

/// <summary>The buttons of the page as commands.</summary>
internal static class BasicVerbs
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Null for what no button of ours sends.</summary>
    public static RoomCommand? Read(IFormCollection form) => (form["do"].ToString(), Timer(form)) switch
    {
        ("start-all", _) => new StartAll(),
        ("pause-all", _) => new PauseAll(),
        ("undo", _) when BasicAddress.Version(form["step"]) is { } step => new Undo(step),
        ("start", { } timer) => new StartTimer(timer),
        ("pause", { } timer) => new PauseTimer(timer),
        ("resume", { } timer) => new ResumeTimer(timer),
        ("reset", { } timer) when BasicAddress.Version(form["seen"]) is { } seen => new ResetTimer(timer, seen),
        ("less", { } timer) => new AddTime(timer, -Minute),
        ("more", { } timer) => new AddTime(timer, Minute),
        _ => null,
    };

    public static Guid? Timer(IFormCollection form) => Guid.TryParseExact(form["timer"], "D", out var timer) ? timer : null;

    /// <summary>The version of the room that was shown with the button.</summary>
    public static long? Shown(IFormCollection form) => BasicAddress.Version(form["shown"]);
}
