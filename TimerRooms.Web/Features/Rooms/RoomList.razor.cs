using Microsoft.AspNetCore.Components;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Web.Shared;

namespace TimerRooms.Web.Features.Rooms;

public sealed partial class RoomList
{
    private IReadOnlyList<LiveRoom> rooms = [], shared = [];
    private IDisposable? watch;
    private bool naming;
    private bool creating;
    private int tries;
    private string name = "";
    private RoomTemplate template;
    private LiveRoom? renaming;
    private Notice? notice;

    public override void Dispose()
    {
        base.Dispose();
        watch?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if ((await ActorAsync()).AccountId is not { } account) return;
        (rooms, shared) = (Rooms.OwnedBy(account), Rooms.SharedWith(account));
        if (RendererInfo.IsInteractive) watch = Rooms.WatchAll(account, () => InvokeAsync(() => Look(account)));
    }

    private void Look(string account)
    {
        (rooms, shared) = (Rooms.OwnedBy(account), Rooms.SharedWith(account));
        LookAgain();
    }

    private void End()
    {
        watch?.Dispose();
        (rooms, shared, renaming) = ([], [], null);
    }

    private async Task CreateAsync()
    {
        if (creating) return;  // a double click makes one room
        creating = true;
        var (id, refusal) = await MakeAsync(name, template: template);
        creating = refusal is null;  // until the page is left
        tries++;
        Tell(refusal);
        if (id is { } created) Navigation.NavigateTo($"/rooms/{created}", forceLoad: true);
    }

    private async Task DuplicateAsync(LiveRoom room)
    {
        var (_, refusal) = await MakeAsync(CopyName(room.Current.Name), room.Current.Id);
        Tell(refusal, new Notice($"Copied “{room.Current.Name}”."));
    }

    private void Rename(LiveRoom room) => renaming = room;

    private Task<Refusal?> RenameAsync(LiveRoom room, Edit<string> edit) => InTimeAsync(actor => room.ExecuteAsync(new RenameRoom(edit), actor));

    private async Task DeleteAsync(LiveRoom room)
    {
        var refusal = await InTimeAsync(actor => room.ExecuteAsync(new DeleteRoom(), actor));
        Tell(refusal, new Notice($"Deleted “{room.Current.Name}”. Its viewer pages have ended.", actionText: "Undo", action: EventCallback.Factory.Create(this, () => RestoreAsync(room))));
    }

    private async Task RestoreAsync(LiveRoom room) =>
        Tell(await InTimeAsync(actor => Rooms.RestoreAsync(room.Current.Id, actor)), new Notice($"“{room.Current.Name}” is back."));

    private void Tell(Refusal? refusal, Notice? otherwise = null) =>
        notice = refusal is null ? otherwise : new Notice(refusal.Text, isError: true);

    private async Task<(Guid? Id, Refusal? Refusal)> MakeAsync(string roomName, Guid? copyOf = null, RoomTemplate template = RoomTemplate.Blank) =>
        Promptness.Refusal() is { } late ? (null, late) : await Rooms.CreateAsync(roomName, await ActorAsync(), copyOf, template);

    private async Task<Refusal?> InTimeAsync(Func<Actor, Task<Refusal?>> act) => Promptness.Refusal() ?? await act(await ActorAsync());

    private async Task<Actor> ActorAsync() => (await SignIns.GetAuthenticationStateAsync()).User.ToActor();

    private static string CopyName(string name) => $"Copy of {name}" is { Length: <= Titles.Longest } copy ? copy : name;
}
