namespace TimerRooms.Core.Rooms;

/// <summary>What someone is to a room, from its settings and links alone; who may do more stands further below.</summary>
public enum RoomRole
{
    /// <summary>Nobody: for them there is no such room.</summary>
    None,

    /// <summary>Looks on.</summary>
    Viewer,

    /// <summary>An account the room is shared with, to look on.</summary>
    Reader,

    /// <summary>Runs one timer.</summary>
    TimerController,

    /// <summary>Drives the timers.</summary>
    Controller,

    /// <summary>An account the room is shared with, to drive the timers.</summary>
    Editor,

    /// <summary>Decides everything.</summary>
    Owner,

    /// <summary>TimerRooms itself.</summary>
    Server,
}
