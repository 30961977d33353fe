using TimerRooms.Core.Rooms;

namespace TimerRooms.Core.Live;

/// <summary>From where the temporary rooms of today were started, in memory alone: after a restart they count among all only.</summary>
internal sealed class GuestRoomStarts
{
    public const int MostAtOnce = 200, MostOfAnAddress = 5;

    private readonly Dictionary<Guid, string> addresses = [];

    /// <param name="present">The temporary rooms there are.</param>
    public Refusal? Refuse(string address, IReadOnlySet<Guid> present)
    {
        foreach (var gone in addresses.Keys.Except(present).ToList()) addresses.Remove(gone);
        if (present.Count >= MostAtOnce)
            return new(RefusalKind.Full, $"There are {MostAtOnce} temporary rooms on this server already, and it has no room for more. Try again in a few minutes.");
        if (addresses.Values.Count(from => from == address) >= MostOfAnAddress)
            return new(RefusalKind.Full, $"{MostOfAnAddress} temporary rooms were started from your network already. Use one of them, or wait until one has gone.");
        return null;
    }

    public void Note(Guid room, string address) => addresses[room] = address;
}
