using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Core.Live;

/// <summary>Which signs of life count.</summary>
public sealed partial class PresenceClockTests
{
    [Fact]
    public async Task Who_is_back_after_a_restart_and_then_only_looks_on_takes_no_counted_time_away()
    {
        Join(Customer);
        Join(Mechanic);
        await PassAsync("1:00");
        await RestartAsync();
        Join(Customer);
        var mechanic = Join(Mechanic);
        await PassAsync("10:00");

        mechanic.Become(Mechanic, RoomRole.Reader);
        await room.DoAsync(new EditLink(Mechanic.LinkId!.Value) { IsParticipant = new(true, false) });
        await PassAsync("1:00");

        Assert.Equal(Seconds("12:00"), Shown);
    }

    [Fact]
    public async Task A_page_that_was_lost_long_ago_does_not_count_as_the_last_sign_of_life()
    {
        var lost = Join(Customer);
        var laptop = Join(Customer);
        Join(Mechanic);
        lost.Lose(true);
        await PassAsync("0:20");
        laptop.Dispose();
        await PassAsync("0:05");
        lost.Dispose();

        await PassAsync("0:24.9");
        await IsAsync(running: true);
        await PassAsync("0:00.1");
        await IsAsync(running: false);
        Assert.Equal(Seconds("0:50"), Shown);
    }
}
