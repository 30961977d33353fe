using Microsoft.Extensions.Logging;

namespace TimerRooms.Core.Live;

/// <summary>
/// One queue of the next moments at which a room does something by itself, as when a countdown reaches zero or a link ends, and one timer
/// for all of them, so that it is decided once, by the server, whether or not anyone watches.
/// </summary>
public sealed class Deadlines : IDisposable
{
    // how soon what could not be saved is tried again
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    // a timer waits 49 days at most; a zero is further away when the host booted with a clock years behind
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly PriorityQueue<LiveRoom, DateTimeOffset> queue = new();
    private readonly Dictionary<LiveRoom, DateTimeOffset> planned = [];
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly ITimer timer;

    public Deadlines(TimeProvider clock, ILogger<Deadlines> logger)
    {
        (this.clock, this.logger) = (clock, logger);
        timer = clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Plans what the room does next by itself, in the place of what was planned for it before.</summary>
    public void Plan(LiveRoom room)
    {
        // the room is read under the lock: of two that plan at the same time, the later one has read the newer room
        lock (gate) Plan(room, room.NextDueAt);
    }

    /// <summary>Plans a look at the disk: what failed may have reached it, and what could not be saved is tried again.</summary>
    public void PlanRetry(LiveRoom room) => Plan(room, clock.GetUtcNow() + Retry);

    /// <summary>Fires what is due. Called by the timer; after a suspend of the host, during which timers stand still, also from outside.</summary>
    public void Wake()
    {
        foreach (var room in TakeDue()) _ = FireAsync(room);
    }

    public void Dispose() => timer.Dispose();

    private void Plan(LiveRoom room, DateTimeOffset? at)
    {
        lock (gate)
        {
            if (at is not { } moment)
            {
                planned.Remove(room);
                return;
            }
            if (planned.TryGetValue(room, out var known) && known == moment) return;
            planned[room] = moment;
            queue.Enqueue(room, moment);
            Arm();
        }
    }

    private List<LiveRoom> TakeDue()
    {
        var due = new List<LiveRoom>();
        lock (gate)
        {
            while (queue.TryPeek(out var room, out var at) && (IsStale(room, at) || at <= clock.GetUtcNow()))
            {
                queue.Dequeue();
                if (!IsStale(room, at) && planned.Remove(room)) due.Add(room);
            }
            Arm();
        }
        return due;
    }

    private bool IsStale(LiveRoom room, DateTimeOffset at) => !planned.TryGetValue(room, out var current) || current != at;

    private void Arm()
    {
        if (!queue.TryPeek(out _, out var next)) return;
        // a timer counts whole milliseconds and must not come early
        var wait = Math.Ceiling((next - clock.GetUtcNow()).TotalMilliseconds);
        timer.Change(TimeSpan.FromMilliseconds(Math.Clamp(wait, 0, LongestWait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }

    private async Task FireAsync(LiveRoom room)
    {
        try
        {
            if (await room.SettleAsync()) Plan(room);
            else PlanRetry(room);
        }
        catch (Exception e)
        {
            LiveLog.ZeroFailed(logger, room.Current.Id, e);
            PlanRetry(room);
        }
    }
}
