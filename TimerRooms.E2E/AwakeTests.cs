using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>A screen stays lit while a timer runs. The browser's own lock is stood in for, as no test browser has a screen to keep lit.</summary>
public sealed class AwakeTests(Site site) : StageTests(site)
{
    private const string Talk = "Talk";

    private const string StandIn = """
        window.locks = [];
        window.isHidden = false;
        Object.defineProperty(document, 'hidden', { get: () => isHidden });
        Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
          const lock = new EventTarget();
          lock.release = async () => { lock.isReleased = true; lock.dispatchEvent(new Event('release')); };
          locks.push(lock);
          return lock;
        } } });
        window.hide = hidden => {
          isHidden = hidden;
          if (hidden) locks.filter(lock => !lock.isReleased).forEach(lock => lock.release());  // as browsers do
          document.dispatchEvent(new Event('visibilitychange'));
        };
        """;

    [Fact]
    public async Task The_lock_is_taken_when_a_timer_starts_taken_again_after_a_tab_switch_and_released_when_all_have_stopped()
    {
        var owner = await OwnerOfRoomAsync(await Shared, [(Talk, "10:00"), ("Break", "10:00")]);
        var viewer = await VisitorAsync(await Shared);
        await viewer.Context.AddInitScriptAsync(StandIn);
        await viewer.OpenAsync((await owner.Room.TakeLinkAsync()).AbsoluteUri);
        await viewer.Viewer.IsLiveAsync();
        await HoldsAsync(viewer, held: 0, taken: 0);

        await owner.Room.Timer(Talk).PressAsync("Start");
        await HoldsAsync(viewer, held: 1, taken: 1);
        await owner.Room.Timer("Break").PressAsync("Start");
        await viewer.Viewer.Timer("Break").IsAsync("running");

        await viewer.Page.EvaluateAsync("hide(true)");
        await HoldsAsync(viewer, held: 0, taken: 1);
        await viewer.Page.EvaluateAsync("hide(false)");
        await HoldsAsync(viewer, held: 1, taken: 2);

        await owner.Room.Timer(Talk).PressAsync("Pause");
        await viewer.Viewer.Timer(Talk).IsAsync("paused");
        await HoldsAsync(viewer, held: 1, taken: 2);
        await owner.Room.Timer("Break").PressAsync("Pause");
        await HoldsAsync(viewer, held: 0, taken: 2);
    }

    [Fact]
    public async Task Where_the_screen_cannot_be_kept_lit_the_page_says_why()
    {
        var owner = await OwnerOfRoomAsync(await Shared, [(Talk, "10:00")]);
        var viewer = await VisitorAsync(await Shared);
        await viewer.Context.AddInitScriptAsync("delete Navigator.prototype.wakeLock; Object.defineProperty(window, 'isSecureContext', { value: false });");
        await viewer.OpenAsync((await owner.Room.TakeLinkAsync()).AbsoluteUri);
        await viewer.Page.GetByText("This screen", new() { Exact = true }).ClickAsync();
        await Expect(viewer.Page.GetByText("only over https")).ToBeVisibleAsync();
    }

    private static async Task HoldsAsync(Person viewer, int held, int taken) =>
        await viewer.Page.WaitForFunctionAsync("([held, taken]) => locks.length === taken && locks.filter(lock => !lock.isReleased).length === held", new object[] { held, taken });
}
