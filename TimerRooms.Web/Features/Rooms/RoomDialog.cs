namespace TimerRooms.Web.Features.Rooms;

/// <summary>The dialogs of a control page.</summary>
public enum RoomDialog
{
    Share,
    Rename,
    StartLead,
    Sound,
    Presence,
    Edit,
}
