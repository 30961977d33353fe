using TimerRooms.Core.Rooms;

namespace TimerRooms.Web.Features.Rooms;

/// <summary>What a new room begins with, in words.</summary>
internal static class RoomTemplateText
{
    public static readonly RoomTemplate[] Choices = Enum.GetValues<RoomTemplate>();

    public static string Of(RoomTemplate template) => template switch
    {
        RoomTemplate.FocusSession => "focus session",
        RoomTemplate.Talk => "talk",
        RoomTemplate.SessionClock => "two-person session clock",
        _ => "nothing",
    };

    /// <summary>What a form sent; nothing for anything else.</summary>
    public static RoomTemplate Read(string? text) => Array.Find(Choices, choice => choice.ToString() == text);
}
