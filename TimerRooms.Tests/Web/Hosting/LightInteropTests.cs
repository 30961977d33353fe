using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.JSInterop;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Tests.Web.Hosting;

public sealed class LightInteropTests(OwnedApp owned) : IClassFixture<OwnedApp>
{
    public static TheoryData<object?[]> Arguments => new(
        [],
        [null],
        ["", "<b>“Hall” & co</b>\n\u0001 \ud83d\ude80"],
        [0, -1, int.MaxValue, true, false],
        [1.5, 7L, 'x', Guid.Empty, DateTimeOffset.UnixEpoch],
        [new Dictionary<string, string[]>(), new Dictionary<string, string[]> { ["a"] = ["b", null!] }],
        [new List<int> { 1, 2 }, new List<object?> { "nested", null, 3 }, new List<string> { "x" }.ToArray()],
        [new { Name = "Hall", Count = 3, Inner = new { At = "zero" } }]);

    [Theory, MemberData(nameof(Arguments))]
    public void Arguments_are_written_as_without_it(object?[] arguments)
    {
        var (plain, light) = (Options(), Options());
        LightInterop.Lighten(light);

        Assert.Equal(JsonSerializer.Serialize(arguments, plain), JsonSerializer.Serialize(arguments, light));
    }

    [Fact]
    public void What_comes_back_is_read_as_without_it()
    {
        var light = Options();
        LightInterop.Lighten(light);

        Assert.Equal("page-1", JsonSerializer.Deserialize<string?>("\"page-1\"", light));
        Assert.Null(JsonSerializer.Deserialize<IJSObjectReference>("null", light));
        Assert.Equal([1, 2], JsonSerializer.Deserialize<IReadOnlyList<int>>("[1,2]", light)!);
        Assert.Equal(["1", "\"x\""], JsonSerializer.Deserialize<object?[]>("[1,\"x\"]", light)!.Cast<JsonElement>().Select(item => item.GetRawText()));
    }

    /// <summary>A new version of the framework that registers another one fails here first.</summary>
    [Fact]
    public async Task The_circuits_of_the_app_have_it()
    {
        await using var scope = owned.App.Services.CreateAsyncScope();

        var runtime = scope.ServiceProvider.GetRequiredService<IJSRuntime>();

        Assert.Equal("RemoteJSRuntime", runtime.GetType().Name);
        Assert.True(LightInterop.IsLight((JSRuntime)runtime));
    }

    [Fact]
    public void What_is_not_known_is_left_alone()
    {
        var services = new ServiceCollection();
        services.AddScoped<IJSRuntime, OtherRuntime>();

        services.AddLightInterop();

        Assert.Equal(typeof(OtherRuntime), services.Single(service => service.ServiceType == typeof(IJSRuntime)).ImplementationType);
        Assert.Contains(services, service => service.ServiceType == typeof(IHostedService));
    }

    private static JsonSerializerOptions Options() => new(JsonSerializerDefaults.Web);

    private sealed class OtherRuntime : JSRuntime
    {
        protected override void BeginInvokeJS(long taskId, string identifier, string? argsJson, JSCallResultType resultType, long targetInstanceId)
        {
        }

        protected override void EndInvokeDotNet(Microsoft.JSInterop.Infrastructure.DotNetInvocationInfo invocationInfo, in Microsoft.JSInterop.Infrastructure.DotNetInvocationResult invocationResult)
        {
        }
    }
}
