using Microsoft.Playwright;

namespace SenSupport.EndToEnd.Tests.Infrastructure;

/// <summary>One application and one browser for all browser tests: starting them costs more than most journeys.</summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    private readonly Dictionary<string, string> sessions = [];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>The application.</summary>
    public AppUnderTest App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var executable = BrowserInstall.Executable();
        App = new AppUnderTest();
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>Opens a browser of its own for somebody who is not signed in.</summary>
    /// <param name="screen">The size of its window.</param>
    /// <param name="javaScript">Whether scripts run.</param>
    /// <param name="session">Cookies to begin with.</param>
    /// <param name="app">Another application than the shared one.</param>
    public async Task<Visit> OpenAsync(Screen? screen = null, bool javaScript = true, string? session = null, AppUnderTest? app = null)
    {
        var size = screen ?? Screen.Wide;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = (app ?? App).Address,
            JavaScriptEnabled = javaScript,
            Locale = "en-GB",
            StorageState = session,
            TimezoneId = "Europe/London",
            ViewportSize = new() { Width = size.Width, Height = size.Height },
        });
        context.SetDefaultTimeout(20_000);
        return new Visit(app ?? App, context, await context.NewPageAsync(), javaScript);
    }

    /// <summary>Opens a browser for a role's demonstration account ("senco"), which signs in the first time only.</summary>
    public async Task<Visit> OpenAsAsync(string role, Screen? screen = null, bool javaScript = true)
    {
        if (!sessions.TryGetValue(role, out var session))
        {
            await using var visit = await OpenAsync();
            await visit.SignInAsync(role);
            sessions[role] = session = await visit.Page.Context.StorageStateAsync();
        }

        return await OpenAsync(screen, javaScript, session);
    }
}

/// <summary>A screen's size in CSS pixels.</summary>
public sealed record Screen(int Width, int Height)
{
    /// <summary>A laptop.</summary>
    public static Screen Wide { get; } = new(1280, 900);

    /// <summary>A phone.</summary>
    public static Screen Phone { get; } = new(390, 844);
}

/// <summary>All browser tests share one application, one after the other.</summary>
[CollectionDefinition(nameof(SharedBrowser))]
public sealed class SharedBrowserCollection : ICollectionFixture<SharedBrowser>;
