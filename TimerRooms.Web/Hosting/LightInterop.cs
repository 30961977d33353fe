using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.JSInterop;

namespace TimerRooms.Web.Hosting;

/// <summary>
/// Each circuit has a JSON serializer of its own, and its first call to the browser fills that with what 63 types look like:
/// half the work of a page that joins and half of what it keeps. Most of them are never written; here they are not looked at.
/// Why this may be done: docs/decisions/light-interop.md.
/// </summary>
internal static partial class LightInterop
{
    private const string FrameworksOwn = "Microsoft.AspNetCore.Components.Server.Circuits.RemoteJSRuntime";

    /// <summary>Leaves everything as the framework has it, with a line in the log at start, if that is not what is known here.</summary>
    public static void AddLightInterop(this IServiceCollection services)
    {
        var registered = services.LastOrDefault(service => service.ServiceType == typeof(IJSRuntime));
        if (registered is not { Lifetime: ServiceLifetime.Scoped, ImplementationType: { FullName: FrameworksOwn } type }
            || !type.IsSubclassOf(typeof(JSRuntime)))
        {
            services.AddHostedService<PlainInteropWarning>();
            return;
        }
        var create = ActivatorUtilities.CreateFactory(type, []);
        services.Remove(registered);
        services.AddScoped<IJSRuntime>(scope =>
        {
            var runtime = (JSRuntime)create(scope, []);
            Lighten(OptionsOf(runtime));
            return runtime;
        });
    }

    public static bool IsLight(JSRuntime runtime) => OptionsOf(runtime).TypeInfoResolver is WithoutPlainInterfaces;

    public static void Lighten(JsonSerializerOptions options)
    {
        options.TypeInfoResolver = new WithoutPlainInterfaces();
        options.Converters.Add(new ArgumentList());
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_JsonSerializerOptions")]
    private static extern JsonSerializerOptions OptionsOf(JSRuntime runtime);

    /// <summary>What <c>int</c> or <c>string</c> implement is looked at only to learn whether it asks for anything, and that it does not.</summary>
    private sealed class WithoutPlainInterfaces : DefaultJsonTypeInfoResolver
    {
        public override JsonTypeInfo GetTypeInfo(Type type, JsonSerializerOptions options) =>
            type.IsInterface && type.Assembly == typeof(int).Assembly && (!typeof(IEnumerable).IsAssignableFrom(type) || type.IsAssignableFrom(typeof(string)))
                ? null!
                : base.GetTypeInfo(type, options);
    }

    /// <summary>Writes the arguments of a call, plain values without looking at their types.</summary>
    private sealed class ArgumentList : JsonConverter<object?[]>
    {
        public override object?[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            [.. JsonSerializer.Deserialize<List<object?>>(ref reader, options)!];

        public override void Write(Utf8JsonWriter writer, object?[] value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var argument in value) Write(writer, argument, options);
            writer.WriteEndArray();
        }

        private static void Write(Utf8JsonWriter writer, object? argument, JsonSerializerOptions options)
        {
            if (argument is null) writer.WriteNullValue();
            else if (argument is string text) writer.WriteStringValue(text);
            else if (argument is int number) writer.WriteNumberValue(number);
            else if (argument is bool yes) writer.WriteBooleanValue(yes);
            else if (argument is IDictionary { Count: 0 }) writer.WriteRawValue("{}"u8, skipInputValidation: true);
            else JsonSerializer.Serialize(writer, argument, argument.GetType(), options);
        }
    }

    private sealed partial class PlainInteropWarning(ILogger<PlainInteropWarning> log) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            Say(log);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [LoggerMessage(LogLevel.Warning, "This version of ASP.NET Core runs scripts in an unknown way: each page costs about twice the memory")]
        private static partial void Say(ILogger log);
    }
}
