using TimerRooms.Core.Timers;

namespace TimerRooms.Core.Rooms;

/// <summary>Changing a timer's own settings, field by field.</summary>
internal static class EditRules
{
    public static Ruling Edit(Room room, EditTimer edit, DateTimeOffset now)
    {
        if (room.Timer(edit.TimerId) is not { } timer) return ListRules.Gone;
        if (ConflictWith(timer, edit) is { } conflict) return conflict;
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

    private static Refusal? ConflictWith(RoomTimer timer, EditTimer edit)
    {
        return In("name", edit.Title, timer => timer.Title, title => $"“{title}”")
            ?? In("kind", edit.Kind, timer => timer.Kind, kind => kind == TimerKind.CountUp ? "counting up" : "counting down")
            ?? In("duration", edit.Duration, timer => timer.Duration, ClockText.Of)
            ?? In("end", edit.AtZero, timer => timer.AtZero, Words)
            ?? In("number of repeats", edit.Repeats, timer => timer.Repeats, repeats => $"{repeats}")
            ?? In("warning", edit.WarningLeft, timer => timer.WarningLeft, Left)
            ?? In("last warning", edit.DangerLeft, timer => timer.DangerLeft, Left);

        Refusal? In<T>(string field, Edit<T>? edit, Func<RoomTimer, T> value, Func<T, string> text) => edit?.Fits(value(timer)) != false ? null :
            Conflict.Of($"the {field} of “{timer.Title}”", text(edit.From), text(value(timer)), change => change.What.Timers.Exists(what =>
                what.Before is { } before && what.After is { } after && after.Id == timer.Id && !EqualityComparer<T>.Default.Equals(value(before), value(after))));
    }

    private static string Left(TimeSpan? left) => left is { } amount ? $"{ClockText.Of(amount)} left" : "the usual";

    private static string Words(AtZero atZero) => atZero switch
    {
        AtZero.Overtime => "overtime",
        AtZero.StartNext => "starting the next",
        AtZero.Repeat => "repeating",
        _ => "stopping",
    };

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
