using Microsoft.AspNetCore.Diagnostics;

namespace TimerRooms.Web.Hosting;

/// <summary>A fault, and a status without a body, get a friendly page that says nothing about the inside.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/problem/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
        app.Use(async (context, next) =>
        {
            if (IsReExecuted(context)) AskForThePage(context);
            await next(context);
            // Blazor names the type of an answer it then leaves empty, which would pass for a page
            if (context.Response is { HasStarted: false, StatusCode: >= 400 } && !IsReExecuted(context)) context.Response.ContentType = null;
        });
    }

    /// <summary>A refused POST would be refused once more on its way to the page that explains it.</summary>
    private static void AskForThePage(HttpContext context)
    {
        context.Request.Method = HttpMethods.Get;
        context.SetEndpoint(null);  // found for the old method
    }

    private static bool IsReExecuted(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
