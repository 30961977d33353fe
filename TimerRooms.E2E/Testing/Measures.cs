namespace TimerRooms.E2E.Testing;

/// <summary>What a page keeps in its browser after everything that can go has gone.</summary>
public sealed record Measures(double HeapKilobytes, double Listeners)
{
    public static async Task<Measures> OfAsync(Person person)
    {
        var browser = await person.Context.NewCDPSessionAsync(person.Page);
        await browser.SendAsync("HeapProfiler.enable");
        await browser.SendAsync("HeapProfiler.collectGarbage");
        await browser.SendAsync("HeapProfiler.collectGarbage");
        await browser.SendAsync("Performance.enable");
        var metrics = (await browser.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray().ToList();
        await browser.DetachAsync();
        return new(Value("JSHeapUsedSize") / 1024, Value("JSEventListeners"));

        double Value(string name) => metrics.Single(metric => metric.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();
    }
}
