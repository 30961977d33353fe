using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;
using TimerRooms.Web.Features.Team;
using TimerRooms.Web.Shared;

namespace TimerRooms.Web.Features.Rooms;

public sealed partial class RoomControl
{
    private LiveRoom? live;
    private Actor me = Actor.Server with { };
    private Rights rights = Rights.None;
    private OpenPage? page;
    private ScreenSeat? screen;
    private IDisposable? watch, others;
    private bool isLive, isLost;
    private string? screenName;
    private RoomDialog? dialog;
    private RoomTimer? edited;
    private Notice? notice;
    private (Room?, Actor, Rights, bool, RoomDialog?, RoomTimer?, Notice?, int, ScreenCall?) rendered;
    private readonly HashSet<long> passedOver = [];  // steps that cannot be undone any more must not stand before those that can

    [Parameter, EditorRequired] public required string RoomId { get; set; }

    /// <summary>What kind of device the page is on, in a word.</summary>
    [Parameter] public string Device { get; set; } = "device";

    private Room Room => live!.Current;

    // as long as it is deleted, or the person is not in it any more; both may be taken back
    [MemberNotNullWhen(false, nameof(live))]
    private bool IsGone => live is null || Room.DeletedAt is not null || rights.Role == RoomRole.None;

    // someone who opens the room elsewhere is told here at once, if the room has it so
    [MemberNotNullWhen(true, nameof(page))]
    private bool IsSuperseded => page is not null && Room.Presence.OneDevice && page.IsSuperseded;

    private UndoStep? LastStep => Room.Undoable.FindLast(step => !passedOver.Contains(step.Version));

    protected override bool IsReady => live is not null;

    // a press asks for it three times: when it begins, when it is done, and as the room has changed
    protected override bool ShouldRender()
    {
        var before = rendered;
        rendered = (IsGone ? null : Room, me, rights, IsSuperseded, dialog, edited, notice, passedOver.Count, screen?.Screen?.Call);
        return rendered != before && base.ShouldRender();
    }

    public override void Dispose()
    {
        base.Dispose();
        LetGo();
    }

    protected override async Task OnInitializedAsync()
    {
        var visitor = await VisitorAsync();
        if (!Guid.TryParseExact(RoomId, "D", out var id) || Rooms.Find(id, visitor) is not var (found, actor)) return;
        (live, me) = (found, actor);
        rights = Rights.Of(me, Room, Time.GetUtcNow());
        if (!RendererInfo.IsInteractive) return;
        watch = live.Watch(() => InvokeAsync(LookAsync));
        others = live.People.Watch(() => InvokeAsync(StateHasChanged));
        Connection.Lost += Lose;
        Join();
    }

    protected override void OnLive(string? name)
    {
        (isLive, screenName) = (true, name);
        if (page is not null) JoinScreens();
    }

    protected override void OnReport(ScreenState? state)
    {
        page?.Seen();
        if (state is not null) page?.Show(state.IsVisible);
        screen?.Report(state);
    }

    private async Task LookAsync()
    {
        if (watch is null) return;  // the page is over
        me = await ActorAsync();
        rights = Rights.Of(me, Room, Time.GetUtcNow());
        // who may not be here any more leaves as who they were, so that they are missed; a room that was deleted may be back
        if (rights.Role == RoomRole.None) Leave();
        else if (page is null) Join();
        else page.Become(me, rights.Role);
        LookAgain();
    }

    private async Task DoAsync(RoomCommand command) => Tell(await ExecuteAsync(command));

    private async Task<Refusal?> ExecuteAsync(RoomCommand command) => Promptness.Refusal() ?? await live!.ExecuteAsync(command, await ActorAsync());

    private async Task UndoAsync(UndoStep? step)
    {
        if (step is null) return;
        var refusal = Promptness.Refusal() ?? await live!.UndoAsync(step.Version, await ActorAsync());
        if (refusal?.Kind is RefusalKind.Changed or RefusalKind.NotAllowed) passedOver.Add(step.Version);
        Tell(refusal, new Notice($"Taken back: {step.Text}."));
    }

    private Task<Refusal?> RenameAsync(Edit<string> name) => ExecuteAsync(new RenameRoom(name));

    private async Task SaveAsync() =>
        Tell(Promptness.Refusal() ?? await Rooms.SaveAsync(live!, await ActorAsync()), new Notice("The room is among your rooms now, and stays."));

    private async Task RemoveAsync(RoomTimer timer)
    {
        var refusal = await ExecuteAsync(new RemoveTimer(timer.Id, timer.ChangedIn));
        // not simply the last step: someone else may have done more meanwhile, or deleted it first
        var step = Room.Undoable.FindLast(step => step.Version > timer.ChangedIn && step.Text == $"Deleted “{timer.Title}”");
        Tell(refusal, new Notice($"Deleted “{timer.Title}”.", actionText: "Put it back", action: EventCallback.Factory.Create(this, () => UndoAsync(step))));
    }

    /// <summary>Moves the timer by places, as far as there are any.</summary>
    private Task MoveAsync(RoomTimer timer, int by)
    {
        var others = Room.Timers.RemoveAll(other => other.Id == timer.Id);  // by id: it may have changed since it was drawn
        var index = Math.Clamp(Room.Timers.FindIndex(other => other.Id == timer.Id) + by, 0, others.Count);
        return DoAsync(new MoveTimer(timer.Id, index < others.Count ? others[index].Id : null));
    }

    private void Edit(RoomTimer timer) => (edited, dialog) = (timer, RoomDialog.Edit);

    private void Open(RoomDialog which) => dialog = which;

    private void Close() => dialog = null;

    // a press may still be on its way: the room refuses it
    private void End()
    {
        LetGo();
        rights = Rights.None;
    }

    private void LetGo()
    {
        watch?.Dispose();
        watch = null;
        others?.Dispose();
        Connection.Lost -= Lose;
        Leave();
    }

    private void Join()
    {
        page = live!.People.Join(me, rights.Role, Device);
        if (isLost) page.Lose(true);
        if (isLive) JoinScreens();
    }

    private void JoinScreens() => screen = live!.Screens.Join(screenName, me.Name, Device, WayOf(Room), () => InvokeAsync(StateHasChanged));

    private void Leave()
    {
        page?.Dispose();
        screen?.Dispose();
        (page, screen) = (null, null);
    }

    private void Lose(bool lost)
    {
        isLost = lost;
        page?.Lose(lost);
        screen?.Lose(lost);
    }

    private string WayOf(Room room) => me.LinkId is { } link ? room.Link(link)?.Name ?? "a link" : "account";

    private void Tell(Refusal? refusal, Notice? otherwise = null) =>
        notice = refusal is null ? otherwise : new Notice(refusal.Text, isError: true);

    /// <summary>Who this is now: a link may have ended and a sign-in be over since the last time.</summary>
    private async Task<Actor> ActorAsync() => Guests.ActorIn(Room, await VisitorAsync());

    private async Task<Visitor> VisitorAsync() => (await SignIns.GetAuthenticationStateAsync()).User.ToVisitor();
}
