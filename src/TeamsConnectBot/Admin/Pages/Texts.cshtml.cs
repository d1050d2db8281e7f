using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>The organisation's own words on the cards, a language at a time.</summary>
internal sealed class TextsModel(OrganisationBook book, CardPreviews previews) : AdminPage
{
    public static IReadOnlyList<string> Languages { get; } = ["nl", "en"];

    public string Language { get; private set; } = "nl";

    public IReadOnlyList<TextLine> Lines { get; private set; } = [];

    public IReadOnlyList<CardPreview> Previews { get; private set; } = [];

    public async Task OnGetAsync(string? language, CancellationToken cancellationToken) =>
        await ShowAsync(Languages.Contains(language) ? language! : T.Language, null, cancellationToken);

    /// <summary>Shows typed words on their card; nothing is kept.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string? language, string? key, string? text, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        return IsKnown(language, key) ? await TypedAsync(language!, key!, text, null, cancellationToken) : NotFound();
    }

    /// <param name="language">Of which language's cards.</param>
    /// <param name="key">Which text.</param>
    /// <param name="text">The words.</param>
    /// <param name="seen">The words whose preview was looked at: others are shown first.</param>
    /// <param name="reset">Whether the shipped words come back.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IActionResult> OnPostSetAsync(
        string? language, string? key, string? text, string? seen, bool reset, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        if (!IsKnown(language, key))
        {
            return NotFound();
        }

        var wanted = reset ? null : text?.Trim() ?? "";
        if (wanted is not null && (OwnTexts.Problem(language!, key!, wanted) is not null || (seen is not null && seen != wanted)))
        {
            return await TypedAsync(language!, key!, text, T["texts.notSeen"], cancellationToken);
        }

        await book.SetTextAsync(language!, key!, wanted == OwnTexts.Shipped(language!, key!) ? null : wanted, Me, cancellationToken);
        Tell(T["saved"]);
        return Redirect($"/admin/texts?language={language}");
    }

    private static bool IsKnown(string? language, string? key) =>
        Languages.Contains(language) && key is not null && TextKeys.All.Contains(key);

    // What was typed stays in its field, with what is wrong beside it, or with its card.
    private async Task<PageResult> TypedAsync(
        string language, string key, string? text, string? unlessWrong, CancellationToken cancellationToken)
    {
        var words = text?.Trim() ?? "";
        var problem = OwnTexts.Problem(language, key, words);
        var says = problem is null ? unlessWrong : T.Say(problem.Key, problem.Values);
        if (problem is not null)
        {
            Tell(T["texts.notSaved"], isProblem: true);
        }

        await ShowAsync(
            language, new TypedText(key, words, says, problem is null ? previews.With(language, key, words) : null), cancellationToken);
        return Page();
    }

    private async Task ShowAsync(string language, TypedText? typed, CancellationToken cancellationToken)
    {
        Language = language;
        var own = (await book.TextsAsync(cancellationToken)).Where(text => text.Language == Language)
            .ToDictionary(text => text.Key, text => text.Text, StringComparer.Ordinal);
        Lines =
        [
            .. TextKeys.All.Select(key =>
                new TextLine(key, OwnTexts.Shipped(Language, key), own.GetValueOrDefault(key), typed?.Key == key ? typed : null)),
        ];
        Previews = previews.Offers(Language);
    }
}

/// <summary>One text with what was shipped and what was made of it.</summary>
internal sealed record TextLine(string Key, string Shipped, string? Own, TypedText? Typed)
{
    public string Id => Key.Replace('.', '-');
}

/// <summary>Words that are not in use yet.</summary>
/// <param name="Key">Which text.</param>
/// <param name="Text">The words.</param>
/// <param name="Note">What is to be said of them.</param>
/// <param name="Preview">Their card; null when they can't be used.</param>
internal sealed record TypedText(string Key, string Text, string? Note, CardPreview? Preview);
