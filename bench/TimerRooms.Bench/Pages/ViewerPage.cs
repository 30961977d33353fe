namespace TimerRooms.Bench.Pages;

/// <summary>What a public link shows.</summary>
public sealed class ViewerPage : CircuitPage
{
    private readonly Acknowledging acknowledging;

    public ViewerPage(string token) : base($"/v/{token}") => acknowledging = new(TrySend);

    protected override void Acknowledge(long batch) => acknowledging.Draw(batch);
}
