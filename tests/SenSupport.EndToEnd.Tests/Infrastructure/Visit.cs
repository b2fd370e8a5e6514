using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SenSupport.EndToEnd.Tests.Infrastructure;

/// <summary>Somebody at a browser. Every error on the console, in a script or against the content security policy fails the visit when it ends.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>The password of the demonstration accounts.</summary>
    public const string Password = "Demo-School-2026";

    private static readonly HashSet<string> CheckedByAxe = [];

    private readonly List<string> problems = [];
    private readonly HashSet<int> expected = [];
    private readonly bool javaScript;

    internal Visit(AppUnderTest app, IBrowserContext context, IPage page, bool javaScript)
    {
        (App, Page, this.javaScript) = (app, page, javaScript);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsExpected(message.Text))
            {
                problems.Add($"{message.Type} at {page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => problems.Add($"script error at {page.Url}: {error}");
        page.RequestFailed += (_, request) =>
        {
            // Leaving a page stops what is still loading.
            if (request.Failure != "net::ERR_ABORTED")
            {
                problems.Add($"{request.Url} failed: {request.Failure}");
            }
        };
        context.Page += (_, other) => problems.Add($"A second window opened: {other.Url}");
    }

    /// <summary>The application.</summary>
    public AppUnderTest App { get; }

    /// <summary>The page that is open.</summary>
    public IPage Page { get; }

    /// <summary>Opens a path.</summary>
    /// <returns>The status.</returns>
    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(path))!.Status;

    /// <summary>Signs in as a role's demonstration account, from the sign-in page to where that role's day starts.</summary>
    public async Task SignInAsync(string role, string password = Password)
    {
        if (!Page.Url.Contains("/account/sign-in", StringComparison.Ordinal))
        {
            await GoAsync("/account/sign-in");
        }

        await Page.GetByLabel("Email address").FillAsync($"{role}@demo.example");
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await Button("Sign in").ClickAsync();
        await Expect(Page).Not.ToHaveURLAsync(new Regex("sign-in"));
    }

    /// <summary>The button with these words.</summary>
    public ILocator Button(string words) => Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).First;

    /// <summary>Presses the button with these words and waits for the page that follows.</summary>
    public Task PressAsync(string button) => LeaveByAsync(Button(button));

    /// <summary>Follows the first link with these words, outside the header, and waits for the page that follows.</summary>
    public Task FollowAsync(string link) => LeaveByAsync(Page.Locator("main a, .sen-identity a", new() { HasTextRegex = new Regex($@"^\s*{Regex.Escape(link)}\s*$") }).First);

    /// <summary>Presses something and waits for the page that follows.</summary>
    public async Task LeaveByAsync(ILocator button)
    {
        // A form that keeps drafts asks for the session before it goes, so the answer may begin a moment after the press.
        await Page.EvaluateAsync("document.documentElement.dataset.left = 'no'");
        await button.ClickAsync();
        await Expect(Page.Locator("html[data-left]")).ToHaveCountAsync(0);
        await Page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>Types a date into its three fields.</summary>
    /// <param name="id">The id of the first of them.</param>
    /// <param name="date">The date.</param>
    public async Task TypeDateAsync(string id, DateOnly date)
    {
        await Page.Locator($"#{id}").FillAsync($"{date.Day}");
        await Page.Locator($"#{id}_Month").FillAsync($"{date.Month}");
        await Page.Locator($"#{id}_Year").FillAsync($"{date.Year}");
    }

    /// <summary>Checks that the heading of the page has these words.</summary>
    public Task SeesHeadingAsync(string words) => Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(words);

    /// <summary>Checks that the main part has these words.</summary>
    public Task SeesAsync(string words) => Expect(Page.Locator("main")).ToContainTextAsync(words);

    /// <summary>Says that an answer of this status is wanted, so that the browser's line about it is no problem.</summary>
    public void Expects(int status) => expected.Add(status);

    /// <summary>Checks the page as it is: nothing sticks out to the side, and axe finds nothing. Axe takes its time, so it looks once at each kind of page a screen.</summary>
    public async Task CheckPageAsync()
    {
        await HasNoSidewaysScrollAsync();
        if (!javaScript || !CheckedByAxe.Add(await KindOfPageAsync()))
        {
            return;
        }

        var found = await Page.RunAxe(new() { ResultTypes = [Deque.AxeCore.Commons.ResultType.Violations] });
        Assert.True(
            found.Violations.Length == 0,
            $"axe at {Page.Url}:\n" + string.Join('\n', found.Violations.Select(rule => $"{rule.Id}: {rule.Help}\n  " + string.Join("\n  ", rule.Nodes.Select(node => $"{node.Target}: {node.Html}")))));
    }

    /// <summary>Checks that nothing sticks out to the side.</summary>
    public async Task HasNoSidewaysScrollAsync()
    {
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wide > 0)
        {
            var culprits = await Page.EvaluateAsync<string[]>("[...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(element => element.outerHTML.slice(0, 120))");
            Assert.Fail($"{Page.Url} is {wide} pixels wider than a screen of {Page.ViewportSize!.Width}:\n{string.Join('\n', culprits)}");
        }
    }

    // The same address without its keys, with the same alerts and dialogs, is the same kind of page.
    private async Task<string> KindOfPageAsync()
    {
        var path = Regex.Replace(new Uri(Page.Url).AbsolutePath, "[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+", "*");
        var extras = await Page.Locator(".moj-alert, .govuk-error-summary, .govuk-tag--grey, dialog, .sen-savebar--warn, .sen-diff").EvaluateAllAsync<string[]>("found => found.map(element => element.className)");
        return $"{path} {Page.ViewportSize!.Width} {string.Join(' ', extras.Distinct())}";
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private bool IsExpected(string text) => expected.Any(status => text.Contains($"status of {status}", StringComparison.Ordinal));
}
