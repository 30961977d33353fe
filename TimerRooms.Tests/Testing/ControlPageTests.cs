using TimerRooms.Core.Live;

namespace TimerRooms.Tests.Testing;

/// <summary>Tests of the control page of one room, which has ten-minute timers of these titles.</summary>
public abstract class ControlPageTests(params string[] titles) : IAsyncLifetime
{
    private OwnersDesk? desk;
    private LiveRoom? room;

    protected OwnersDesk Desk => desk!;

    protected LiveRoom Live => room!;

    public async Task InitializeAsync()
    {
        desk = await OwnersDesk.OpenAsync();
        room = await desk.MakeAsync("Main hall", titles);
    }

    public async Task DisposeAsync() => await Desk.DisposeAsync();
}
