namespace TimerRooms.Core.Timers;

/// <summary>What a countdown does when it reaches zero.</summary>
public enum AtZero
{
    Stop,

    /// <summary>Goes on below zero until someone stops it.</summary>
    Overtime,

    /// <summary>Stops, and starts the timer below it in the room.</summary>
    StartNext,

    /// <summary>Starts over, <see cref="RoomTimer.Repeats"/> times, then stops.</summary>
    Repeat,
}
