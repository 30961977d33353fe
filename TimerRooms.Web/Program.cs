var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddHealthChecks();
var app = builder.Build();
app.MapHealthChecks("/health");
await app.RunAsync();
