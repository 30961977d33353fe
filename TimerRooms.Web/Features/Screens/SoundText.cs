using System.Runtime.CompilerServices;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Web.Features.Screens;

/// <summary>A room's sound as the scripts read it (<c>wwwroot/screen/cues.js</c>): made once, and shared by all pages of the room.</summary>
internal static class SoundText
{
    public const string Silent = "silent";

    private static readonly ConditionalWeakTable<RoomSound, string> Made = [];

    public static string Of(RoomSound sound) => sound.IsSilent ? Silent : Made.GetValue(sound, Write);

    private static string Write(RoomSound sound)
    {
        (bool Rings, string Name)[] cues = [(sound.AtWarning, "warning"), (sound.AtDanger, "danger"), (sound.AtZero, "zero")];
        return $"{sound.Tone.ToString().ToLowerInvariant()} {sound.Loudness} {string.Join(',', cues.Where(cue => cue.Rings).Select(cue => cue.Name))} {(sound.Speaks ? "spoken" : "wordless")}";
    }
}
