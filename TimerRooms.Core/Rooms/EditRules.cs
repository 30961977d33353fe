using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>Changing a timer's own settings, field by field.</summary>
internal static class EditRules
{
    public static Ruling Edit(Room room, EditTimer edit, DateTimeOffset now)
    {
        if (room.Timer(edit.TimerId) is not { } timer) return ListRules.Gone;
        if (Conflict(timer, edit) is { } field)
            return Ruling.Refuse(RefusalKind.Changed, $"Someone changed {field} of “{timer.Title}” meanwhile. Look again, then change it.");
        if (edit.Title is { } newTitle && Titles.Clean(newTitle.To) is null) return SettingRules.NoName;

        var edited = timer with
        {
            Title = edit.Title is { } title ? Titles.Clean(title.To)! : timer.Title,
            Kind = edit.Kind is { } kind ? kind.To : timer.Kind,
            Duration = edit.Duration is { } duration ? ListRules.WholeSeconds(duration.To) : timer.Duration,
            AtZero = edit.AtZero is { } atZero ? atZero.To : timer.AtZero,
            Repeats = edit.Repeats is { } repeats ? repeats.To : timer.Repeats,
            WarningLeft = edit.WarningLeft is { } warning ? ListRules.WholeSeconds(warning.To) : timer.WarningLeft,
            DangerLeft = edit.DangerLeft is { } danger ? ListRules.WholeSeconds(danger.To) : timer.DangerLeft,
        };
        if (Fault(edited) is { } fault) return fault;
        if (edited == timer) return room;

        var sameRun = edited.Kind == timer.Kind && edited.Duration == timer.Duration && edited.AtZero == timer.AtZero;
        if (sameRun) return room.With(edited);
        // a new duration of a timer that never ran is what it counts from, without the minutes added to the old one
        var isFresh = edited.Duration != timer.Duration && !timer.Run.HasBegun;
        return room.With((isFresh ? edited.Reset() : edited).Settle(now));
    }

    private static string? Conflict(RoomTimer timer, EditTimer edit) =>
        edit.Title?.Fits(timer.Title) == false ? "the name"
        : edit.Kind?.Fits(timer.Kind) == false ? "the kind"
        : edit.Duration?.Fits(timer.Duration) == false ? "the duration"
        : edit.AtZero?.Fits(timer.AtZero) == false ? "what happens at zero"
        : edit.Repeats?.Fits(timer.Repeats) == false ? "the repeats"
        : edit.WarningLeft?.Fits(timer.WarningLeft) == false || edit.DangerLeft?.Fits(timer.DangerLeft) == false ? "the warnings"
        : null;

    private static Refusal? Fault(RoomTimer timer)
    {
        if (!Enum.IsDefined(timer.Kind) || !Enum.IsDefined(timer.AtZero)) return new(RefusalKind.Invalid, "There is no such kind of timer.");
        var hasNone = timer.Kind == TimerKind.CountUp && timer.Duration == TimeSpan.Zero;
        if (!hasNone && !ListRules.IsDuration(timer.Duration)) return ListRules.NoDuration;
        if (timer.Repeats is < 1 or > RoomTimer.MostRepeats) return new(RefusalKind.Invalid, $"A timer can repeat 1 to {RoomTimer.MostRepeats} times.");
        if (timer.WarningLeft < TimeSpan.Zero || timer.DangerLeft < TimeSpan.Zero || timer.WarningLeft > RoomTimer.LongestDuration || timer.DangerLeft > RoomTimer.LongestDuration)
            return new(RefusalKind.Invalid, "Give the warnings as time left, from 0 to 99:59:59.");
        return null;
    }
}
