using System.Globalization;
using Microsoft.AspNetCore.Components;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Core.Time;
using TimerRooms.Web.Features.Accounts;
using TimerRooms.Web.Hosting;
using TimerRooms.Web.Shared;

namespace TimerRooms.Web.Features.Admin;

public sealed partial class AdminPage
{
    private IReadOnlyList<Person> people = [];
    private IReadOnlyList<InvitationRow> invitations = [];
    private Notice? notice;
    private Link? link;
    private string? typed;
    private string? forFault;

    [Inject] private People People { get; set; } = default!;
    [Inject] private Invitations Invitations { get; set; } = default!;
    [Inject] private PublicAddress Address { get; set; } = default!;
    [Inject] private ServerClock Clock { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "invite")] private InviteForm? Invite { get; set; }
    [SupplyParameterFromForm(FormName = "acts")] private ActForm? Act { get; set; }
    [SupplyParameterFromForm(FormName = "withdraw")] private WithdrawForm? Withdraw { get; set; }
    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    private string You => Context.User.Identity?.Name ?? "";

    protected override Task OnInitializedAsync() => LookAsync();

    private async Task LookAsync() => (people, invitations) = (await People.ListAsync(), await Invitations.OpenAsync());

    private async Task InviteAsync()
    {
        typed = Invite?.For;
        if (Titles.Clean(typed) is not { } whom)
        {
            forFault = $"Say whom it is for, in at most {Titles.Longest} characters.";
            return;
        }
        var (token, until) = await Invitations.MakeAsync(whom, Invite!.Administrator, You);
        link = new("Invitation link", Address.LinkTo($"/invite/{token}"),
            $"Send this link to {whom}. It works once, until {WallTime(until)}, and is not shown again.");
        typed = null;
        await LookAsync();
    }

    private async Task WithdrawAsync()
    {
        notice = await Invitations.WithdrawAsync(Withdraw?.Invitation ?? "", You) is { } withdrawn
            ? new Notice($"The invitation for {withdrawn.For} is withdrawn.")
            : new Notice("That invitation is not open any more.", isError: true);
        await LookAsync();
    }

    private async Task ActAsync()
    {
        var by = Context.User;
        notice = Act switch
        {
            { Disable: { } id } => await People.DisableAsync(by, id),
            { Enable: { } id } => await People.EnableAsync(by, id),
            { Promote: { } id } => await People.PromoteAsync(by, id),
            { Demote: { } id } => await People.DemoteAsync(by, id),
            { Reset: { } id } => await ResetAsync(id),
            _ => null,
        };
        await LookAsync();
        if (!people.Any(person => person.Id == by.AccountId() && person is { IsAdministrator: true, IsDisabled: false })) Navigation.NavigateTo("/rooms");
    }

    private async Task<Notice> ResetAsync(string id)
    {
        var (path, made) = await People.MakeResetLinkAsync(Context.User, id);
        if (path is not null) link = new("Reset link", Address.LinkTo(path), made.Text);
        return made;
    }

    private string WallTime(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, Clock.LocalTimeZone).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    private sealed record Link(string Label, Uri Address, string Text);

    private sealed class InviteForm
    {
        public string For { get; set; } = "";
        public bool Administrator { get; set; }
    }

    /// <summary>The one button that was pressed, with the account it stands beside.</summary>
    private sealed class ActForm
    {
        public string? Disable { get; set; }
        public string? Enable { get; set; }
        public string? Promote { get; set; }
        public string? Demote { get; set; }
        public string? Reset { get; set; }
    }

    private sealed class WithdrawForm
    {
        public string Invitation { get; set; } = "";
    }
}
