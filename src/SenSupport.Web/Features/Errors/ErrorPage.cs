namespace SenSupport.Web.Features.Errors;

/// <summary>What an error page shows.</summary>
/// <param name="Code">The status code.</param>
/// <param name="Words">What to say.</param>
/// <param name="Typed">What the person had typed, to copy; empty when there was nothing.</param>
public sealed record ErrorPage(int Code, ErrorWords Words, IReadOnlyList<TypedText> Typed);

/// <summary>An error in plain words: what happened, and what to do.</summary>
/// <param name="Title">The heading.</param>
/// <param name="What">What happened.</param>
/// <param name="Then">What to do about it.</param>
public sealed record ErrorWords(string Title, string What, string Then)
{
    /// <summary>The words for a status code. An unknown page and a pupil who is not the person's read the same.</summary>
    public static ErrorWords Of(int code) => code switch
    {
        400 => new(
            "This page could not be sent",
            "The page had been open for a long time, or your browser did not send all that belongs to it. Nothing was saved or changed.",
            "Go back, reload the page and try again. Make sure that your browser allows cookies for this site."),
        404 or 405 or 410 => new(
            "Page not found",
            "There is no such page, or it is about a pupil you do not work with.",
            "If you should see this pupil, ask the SENCo to add you to the class or to those who support them."),
        409 => new(
            "This record has changed",
            "Someone else changed it while you had the page open, or it has moved on and can no longer be changed in this way. Nothing of theirs was overwritten.",
            "Open the page again to see how it stands now, then add what is yours."),
        413 => new(
            "That is too much at once",
            "What was sent is larger than this page takes. Nothing was saved or changed.",
            "Shorten long texts or choose a smaller file, then try again. One text holds up to 20,000 characters, about eight pages; a file to import up to 100 MB."),
        415 => new(
            "That cannot be read here",
            "What was sent is not in a form that this page reads. Nothing was saved or changed.",
            "Use the page’s own form and buttons."),
        429 => new(
            "Too many attempts",
            "There were many requests from here in a short time, so that the next ones have to wait. This keeps others from guessing passwords.",
            "Wait a minute, then try again."),
        < 500 => new(
            "That did not work",
            "The page could not do what was asked. Nothing was saved or changed.",
            "Go back and try again."),
        503 => new(
            "Not ready yet",
            "SenSupport is starting, or its database cannot be reached just now. What is on record is not affected.",
            "Wait a minute, then try again."),
        _ => new(
            "Something went wrong",
            "The fault is ours, not yours. It has been noted, without names or texts. What was saved before is not affected; drafts are kept.",
            "Try again in a few minutes. If it happens again, tell the person who looks after SenSupport in your school, with the reference below."),
    };
}
