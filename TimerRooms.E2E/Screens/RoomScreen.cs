namespace TimerRooms.E2E.Screens;

/// <summary>The control page of one room.</summary>
public sealed class RoomScreen(IPage page)
{
    public ILocator Viewers => page.GetByRole(AriaRole.Group, new() { Name = "Viewers", Exact = true });

    public ILocator Share => page.GetByRole(AriaRole.Dialog, new() { Name = "Share", Exact = true });

    public ILocator ViewerLink => Share.GetByLabel("Viewer link", new() { Exact = true });

    public ILocator Notice => page.GetByRole(AriaRole.Status, new() { Name = "Notice", Exact = true });

    /// <summary>What the page says by itself when it cannot reach the server.</summary>
    public ILocator Refusal => page.Locator("[data-part=told][role=alert]");

    /// <summary>The list of keys.</summary>
    public ILocator Keyboard => page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard", Exact = true });

    /// <summary>The bar under one thumb, in sight on a phone.</summary>
    public ILocator Remote => page.GetByRole(AriaRole.Region, new() { Name = "Remote control", Exact = true });

    public ILocator Title => page.GetByLabel("Title", new() { Exact = true });

    public ILocator Titles => page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Heading);

    public TimerCard Timer(string title) => new(page, page.GetByRole(AriaRole.Article, new() { Name = title, Exact = true }));

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public Task IsLiveAsync() => new ViewerScreen(page).IsLiveAsync();

    public Task PressAsync(string button) => Button(button).ClickAsync();

    public async Task OpenAddFormAsync()
    {
        await Button("Add timer").ClickAsync();
        await Expect(Title).ToBeVisibleAsync();
    }

    public async Task AddAsync(string title, string duration)
    {
        await OpenAddFormAsync();
        await Title.FillAsync(title);
        await page.GetByLabel("Duration", new() { Exact = true }).FillAsync(duration);
        await PressAsync("Add");
        await Expect(Timer(title).Article).ToBeVisibleAsync();
        await Expect(Title).ToBeEmptyAsync();
    }

    /// <summary>What timers added from now on do at zero.</summary>
    public async Task ChooseAtZeroAsync(string choice)
    {
        await OpenAddFormAsync();
        await page.GetByLabel("At zero").SelectOptionAsync(choice);
    }

    /// <summary>Opens Share, takes the viewer link and closes it again.</summary>
    public async Task<Uri> TakeLinkAsync()
    {
        await PressAsync("Share");
        var link = await ReadLinkAsync();
        await Share.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Expect(Share).ToBeHiddenAsync();
        return link;
    }

    /// <summary>Opens Share, makes a new control link and closes it again.</summary>
    public async Task<Uri> TakeControlLinkAsync()
    {
        await PressAsync("Share");
        await Share.GetByRole(AriaRole.Button, new() { Name = "New control link", Exact = true }).ClickAsync();
        return await TakeSecretAsync("Control link");
    }

    /// <summary>Makes a link that is one person on every device.</summary>
    public async Task<Uri> TakePersonalLinkAsync(string name)
    {
        await PressAsync("Share");
        await Share.GetByText("Another link", new() { Exact = true }).ClickAsync();
        await Share.GetByLabel("What it is for").SelectOptionAsync("person");
        await Share.GetByLabel("Name of the person").FillAsync(name);
        await Share.GetByRole(AriaRole.Button, new() { Name = "Make link", Exact = true }).ClickAsync();
        return await TakeSecretAsync($"Link of {name}");
    }

    public ILocator People => page.GetByRole(AriaRole.List, new() { Name = "People", Exact = true }).GetByRole(AriaRole.Listitem);

    public ILocator Activity => page.GetByRole(AriaRole.List, new() { Name = "Activity", Exact = true }).GetByRole(AriaRole.Listitem);

    public ILocator Heading(string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    public Task OpenActivityAsync() => page.GetByText("Activity", new() { Exact = true }).ClickAsync();

    /// <summary>Chooses from the menu of someone in the list of people.</summary>
    public async Task DecideAsync(string person, string what)
    {
        await Button($"More for {person}").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = what, Exact = true }).ClickAsync();
    }

    public async Task OpenFromMenuAsync(string item)
    {
        await Button("More for the room").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true }).ClickAsync();
    }

    /// <summary>Ends what was handed out by a link. Which one: by what it is good for, and if that does not tell, by what its line says.</summary>
    public async Task RevokeAsync(string good, string? having = null) =>
        await (await OpenLinkAsync(good, having)).GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).ClickAsync();

    /// <summary>Has a link ask for a passcode from now on.</summary>
    public async Task AskForPasscodeAsync(string good, string passcode)
    {
        var row = await OpenLinkAsync(good);
        await row.GetByLabel("Passcode, if it shall ask for one").FillAsync(passcode);
        await row.GetByRole(AriaRole.Button, new() { Name = "Save link", Exact = true }).ClickAsync();
    }

    private async Task<ILocator> OpenLinkAsync(string good, string? having = null)
    {
        await PressAsync("Share");
        var row = Share.GetByRole(AriaRole.List, new() { Name = "Links", Exact = true }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = having ?? good });
        await row.GetByText(good).ClickAsync();
        return row;
    }

    /// <summary>Reads what is shown only now, and closes Share.</summary>
    private async Task<Uri> TakeSecretAsync(string label)
    {
        var field = Share.GetByLabel(label, new() { Exact = true });
        await Expect(field).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/c/"));
        var link = new Uri(await field.InputValueAsync());
        await Share.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Expect(Share).ToBeHiddenAsync();
        return link;
    }

    public async Task<Uri> ReadLinkAsync()
    {
        await Expect(ViewerLink).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/v/"));
        return new Uri(await ViewerLink.InputValueAsync());
    }

    public async Task RenameTimerAsync(string title, string name)
    {
        await Timer(title).ChooseAsync("Edit");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    }

    /// <summary>Drags a timer by its grip onto the far half of another.</summary>
    public async Task DragBehindAsync(string title, string other)
    {
        await Timer(other).Article.ScrollIntoViewIfNeededAsync();
        await Timer(title).Button("Move").HoverAsync();
        await page.Mouse.DownAsync();
        var box = await Timer(other).Article.BoundingBoxAsync() ?? throw new InvalidOperationException($"{other} is not on the page.");
        await page.Mouse.MoveAsync(box.X + box.Width * 0.9f, box.Y + box.Height * 0.9f, new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }
}
