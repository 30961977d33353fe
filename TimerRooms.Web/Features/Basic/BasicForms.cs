namespace TimerRooms.Web.Features.Basic;

/// <summary>The page of plain forms, and where they are sent.</summary>
internal static class BasicForms
{
    public static void AddBasicForms(this IServiceCollection services)
    {
        services.AddSingleton<SealedNotices>();
        services.AddScoped<BasicAct>();
    }

    // BasicAct looks at the token itself: a page that was open for too long is no fault of whoever presses
    public static void MapBasicForms(this WebApplication app) =>
        app.MapPost("/basic/{roomId}/act", (HttpContext context, string roomId, BasicAct act) => act.PostAsync(context, roomId)).DisableAntiforgery();
}
