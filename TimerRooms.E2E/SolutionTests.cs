namespace TimerRooms.E2E;

public sealed class PlaceholderTests
{
    [Fact]
    public void Builds() => Assert.NotNull(typeof(PlaceholderTests));
}
