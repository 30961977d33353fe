namespace TimerRooms.E2E.Screens;

/// <summary>One timer on a page, whoever's page it is.</summary>
public sealed class TimerCard(IPage page, ILocator article)
{
    public ILocator Article => article;

    public ILocator Face => article.Locator("timer-face");

    public Task<string> TextAsync() => Face.InnerTextAsync();

    public Task ShowsAsync(string digits) => Expect(Face).ToHaveTextAsync(digits);

    public Task IsAsync(string phase) => Expect(Face).ToHaveAttributeAsync("data-phase", phase);

    /// <summary>The digits have changed twice: time passes on this page.</summary>
    public async Task TicksAsync()
    {
        for (var changes = 0; changes < 2; changes++) await Expect(Face).Not.ToHaveTextAsync(await TextAsync());
    }

    /// <summary>Other digits than these are drawn: noticed in the same frame, not when they are next asked for.</summary>
    public Task ChangesAsync(string digits) => Face.EvaluateAsync(
        "(face, digits) => new Promise(changed => { const look = () => face.innerText === digits ? requestAnimationFrame(look) : changed(); look(); })", digits);

    public ILocator Button(string name) => article.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public Task PressAsync(string button) => Button(button).ClickAsync();

    /// <summary>Presses a button that changes the digits; how long it took until other digits were drawn, by the page's own clock.</summary>
    public async Task<TimeSpan> TimePressAsync(string button) => TimeSpan.FromMilliseconds(await Button(button).EvaluateAsync<double>("""
        button => new Promise(changed => {
          const face = button.closest('article').querySelector('timer-face');
          const digits = face.innerText;
          const pressed = performance.now();
          const look = () => face.innerText === digits ? requestAnimationFrame(look) : changed(performance.now() - pressed);
          button.click();
          look();
        })
        """).WaitAsync(TimeSpan.FromSeconds(30)));

    public async Task ChooseAsync(string menuItem)
    {
        await OpenMenuAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = menuItem, Exact = true }).ClickAsync();
    }

    public Task OpenMenuAsync() => PressAsync("More");
}
