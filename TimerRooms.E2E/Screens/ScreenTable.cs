namespace TimerRooms.E2E.Screens;

/// <summary>The table of the open pages, on a control page.</summary>
public sealed class ScreenTable(IPage page)
{
    public ILocator Table => page.GetByRole(AriaRole.Table, new() { Name = "Screens", Exact = true });

    public ILocator Attention => page.GetByRole(AriaRole.Status, new() { Name = "Attention", Exact = true });

    public ILocator Rows => Table.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader) });

    public async Task OpenAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Screens", Exact = true }).ClickAsync();
        await Expect(Table).ToBeVisibleAsync();
    }

    public ILocator Row(string name) => Table.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = name }) });

    /// <summary>Told of at most every 2 s, and of what only the next beat says at most 9 s later.</summary>
    public Task SaysAsync(string name, string text) => Expect(Row(name)).ToContainTextAsync(text, new() { Timeout = 15_000 });

    public ILocator Cell(string name, int column) => Row(name).GetByRole(AriaRole.Cell).Nth(column - 1);
}
