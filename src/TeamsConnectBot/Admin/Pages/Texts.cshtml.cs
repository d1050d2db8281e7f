using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>The organisation's own texts on the cards, one language at a time.</summary>
internal sealed class TextsModel(OrganisationStore store, CardPreviews previews) : AdminPageModel
{
    public static IReadOnlyList<string> Languages { get; } = ["nl", "en"];

    public string Language { get; private set; } = "nl";

    public IReadOnlyList<TextLine> Lines { get; private set; } = [];

    public IReadOnlyList<CardPreview> Previews { get; private set; } = [];

    public async Task OnGetAsync(string? language, CancellationToken cancellationToken) =>
        await ShowAsync(Languages.Contains(language) ? language! : T.Language, null, cancellationToken);

    /// <summary>Previews a typed text on its card; nothing is stored.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(
        string? language, string? key, string? text, string? was, CancellationToken cancellationToken) =>
        !MayChange ? NotAllowed()
        : IsKnown(language, key) ? await TypedAsync(language!, key!, text, was, null, cancellationToken)
        : NotFound();

    /// <param name="language">The language of the cards.</param>
    /// <param name="key">The text's key.</param>
    /// <param name="text">The new text.</param>
    /// <param name="was">The text that was in use when the form was opened.</param>
    /// <param name="seen">The text that was previewed; a different one is previewed before it is saved.</param>
    /// <param name="reset">Whether to restore the shipped text.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public async Task<IActionResult> OnPostSetAsync(
        string? language, string? key, string? text, string? was, string? seen, bool reset, CancellationToken cancellationToken)
    {
        if (!MayChange || !IsKnown(language, key))
        {
            return MayChange ? NotFound() : NotAllowed();
        }

        var wanted = reset ? null : text?.Trim() ?? "";
        if (wanted is not null && (OwnTexts.Problem(language!, key!, wanted) is not null || (seen is not null && seen != wanted)))
        {
            return await TypedAsync(language!, key!, text, was, T["texts.notSeen"], cancellationToken);
        }

        var replaces = reset || string.IsNullOrEmpty(was) ? null : was;
        var stored = wanted == OwnTexts.Shipped(language!, key!) ? null : wanted;
        if (!await store.SetTextAsync(language!, key!, stored, replaces, Me, cancellationToken))
        {
            // Using it is allowed after this message, and only then.
            var now = await InUseAsync(language!, key!, cancellationToken);
            return await TypedAsync(language!, key!, text, now, T.Say("texts.meanwhile", now), cancellationToken);
        }

        Tell(T["saved"]);
        return Redirect($"/admin/texts?language={language}");
    }

    private async Task<string> InUseAsync(string language, string key, CancellationToken cancellationToken) =>
        (await store.TextsAsync(cancellationToken)).Find(own => own.Language == language && own.Key == key)?.Text
            ?? OwnTexts.Shipped(language, key);

    private static bool IsKnown(string? language, string? key) =>
        Languages.Contains(language) && key is not null && TextKeys.All.Contains(key);

    // Keeps the typed text in its field, with the problem or the preview beside it.
    private async Task<PageResult> TypedAsync(
        string language, string key, string? text, string? was, string? note, CancellationToken cancellationToken)
    {
        var words = text?.Trim() ?? "";
        var problem = OwnTexts.Problem(language, key, words);
        if (problem is not null)
        {
            Tell(T["texts.notSaved"], isProblem: true);
        }

        var draft = problem is null
            ? new TextDraft(key, words, was, note, previews.With(language, key, words))
            : new TextDraft(key, words, was, T.Say(problem.Key, problem.Values), null);
        await ShowAsync(language, draft, cancellationToken);
        return Page();
    }

    private async Task ShowAsync(string language, TextDraft? typed, CancellationToken cancellationToken)
    {
        Language = language;
        var own = (await store.TextsAsync(cancellationToken)).Where(text => text.Language == Language)
            .ToDictionary(text => text.Key, text => text.Text, StringComparer.Ordinal);
        Lines =
        [
            .. TextKeys.All.Select(
                key => new TextLine(key, OwnTexts.Shipped(Language, key), own.GetValueOrDefault(key), typed?.Key == key ? typed : null)),
        ];
        Previews = previews.Offers(Language);
    }
}

/// <summary>One text: as shipped, as the organisation has it, and as typed.</summary>
internal sealed record TextLine(string Key, string Shipped, string? Own, TextDraft? Typed)
{
    public string Id => Key.Replace('.', '-');
}

/// <summary>A text that is not in use yet.</summary>
/// <param name="Key">The text's key.</param>
/// <param name="Text">The text.</param>
/// <param name="Was">The text that was in use when its form was opened; null when the form did not say.</param>
/// <param name="Note">A message about it.</param>
/// <param name="Preview">Its card; null when the text cannot be used.</param>
internal sealed record TextDraft(string Key, string Text, string? Was, string? Note, CardPreview? Preview);
