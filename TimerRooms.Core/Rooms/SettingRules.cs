namespace TimerRooms.Core.Rooms;

/// <summary>The room itself: its name, its defaults, its start delay.</summary>
internal static class SettingRules
{
    public static readonly Refusal NoName = new(RefusalKind.Invalid, $"Give it a name of 1 to {Titles.Longest} characters.");

    public static Ruling Rename(Room room, RenameRoom rename)
    {
        if (Titles.Clean(rename.Name.To) is not { } name) return NoName;
        if (room.Name == name) return room;
        if (room.Name != rename.Name.From) return Conflict.Of("the room's name", $"“{rename.Name.From}”", $"“{room.Name}”", change => change.What.Name is not null);
        return room with { Name = name };
    }

    public static Ruling SetDefaultAtZero(Room room, SetDefaultAtZero set)
    {
        if (!Enum.IsDefined(set.AtZero)) return Ruling.Refuse(RefusalKind.Invalid, "Choose what timers do at zero.");
        return room.DefaultAtZero == set.AtZero ? room : room with { DefaultAtZero = set.AtZero };
    }

    public static Ruling SetStartLead(Room room, SetStartLead set)
    {
        if (set.Lead.To < TimeSpan.Zero || set.Lead.To > Room.LongestStartLead)
            return Ruling.Refuse(RefusalKind.Invalid, $"Give a start delay from 0 to {Room.LongestStartLead.TotalMilliseconds:0} milliseconds.");
        var lead = TimeSpan.FromMilliseconds(set.Lead.To.Ticks / TimeSpan.TicksPerMillisecond);
        if (room.StartLead == lead) return room;
        if (room.StartLead != set.Lead.From)
            return Conflict.Of("the start delay", $"{set.Lead.From.TotalMilliseconds:0} ms", $"{room.StartLead.TotalMilliseconds:0} ms", change => change.What.StartLead is not null);
        return room with { StartLead = lead };
    }

    public static Ruling SetSound(Room room, SetSound set)
    {
        if (set.Sound.To is not { Loudness: >= 0 and <= RoomSound.Loudest } sound || !Enum.IsDefined(sound.Tone))
            return Ruling.Refuse(RefusalKind.Invalid, $"Choose a sound, and a loudness from 0 to {RoomSound.Loudest}.");
        if (room.Sound == sound) return room;
        return room.Sound == set.Sound.From ? room with { Sound = sound } : Conflict.Of("the sound", change => change.Command is SetSound);
    }
}
