using Microsoft.AspNetCore.Components;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;
using TimerRooms.Web.Shared;

namespace TimerRooms.Web.Features.Rooms;

public sealed partial class RoomControl
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private LiveRoom? live;
    private IDisposable? watch;
    private Dialog? dialog;
    private RoomTimer? edited;
    private Notice? notice;
    private readonly HashSet<long> passedOver = [];  // steps that cannot be undone any more must not stand before those that can

    private enum Dialog { Share, Rename, StartLead, Edit }

    [Parameter, EditorRequired] public required string RoomId { get; set; }

    private Room Room => live!.Current;
    private UndoStep? LastStep => Room.Undoable.FindLast(step => !passedOver.Contains(step.Version));
    private bool CanStartAny => Room.Timers.Exists(timer => !timer.IsRunning);
    private bool CanPauseAny => Room.Timers.Exists(timer => timer.IsRunning);

    public void Dispose() => watch?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        live = Rooms.Find(RoomId, await ActorAsync());
        if (RendererInfo.IsInteractive) watch = live?.Watch(() => InvokeAsync(StateHasChanged));
    }

    private async Task DoAsync(RoomCommand command) => Tell(await ExecuteAsync(command));

    private async Task<Refusal?> ExecuteAsync(RoomCommand command) => Promptness.Refusal() ?? await live!.ExecuteAsync(command, await ActorAsync());

    private Task UndoAsync() => UndoAsync(LastStep);

    private async Task UndoAsync(UndoStep? step)
    {
        if (step is null) return;
        var refusal = Promptness.Refusal() ?? await live!.UndoAsync(step.Version, await ActorAsync());
        if (refusal?.Kind is RefusalKind.Changed) passedOver.Add(step.Version);
        Tell(refusal, new Notice($"Taken back: {step.Text}."));
    }

    private Task<Refusal?> RenameAsync(Edit<string> name) => ExecuteAsync(new RenameRoom(name));

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

    private void Edit(RoomTimer timer) => (edited, dialog) = (timer, Dialog.Edit);

    private void Close() => dialog = null;

    private void End()
    {
        watch?.Dispose();
        live = null;
    }

    private void Tell(Refusal? refusal, Notice? otherwise = null) =>
        notice = refusal is null ? otherwise : new Notice(refusal.Text, isError: true);

    private async Task<Actor> ActorAsync() => (await SignIns.GetAuthenticationStateAsync()).User.ToActor();
}
