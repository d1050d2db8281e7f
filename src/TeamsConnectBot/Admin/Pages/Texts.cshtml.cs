using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Organisation;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>The organisation's own words on the cards, a language at a time.</summary>
internal sealed class TextsModel(OrganisationBook book, CardPreviews previews) : AdminPage
{
    public static IReadOnlyList<string> Languages { get; } = ["nl", "en"];

    public string Language { get; private set; } = "nl";

    public IReadOnlyList<TextLine> Lines { get; private set; } = [];

    public IReadOnlyList<CardPreview> Previews { get; private set; } = [];

    public async Task OnGetAsync(string? language, CancellationToken cancellationToken)
    {
        Language = Languages.Contains(language) ? language! : T.Language;
        var own = (await book.TextsAsync(cancellationToken)).Where(text => text.Language == Language).ToDictionary(text => text.Key, text => text.Text, StringComparer.Ordinal);
        Lines = [.. TextKeys.All.Select(key => new TextLine(key, OwnTexts.Shipped(Language, key), own.GetValueOrDefault(key)))];
        Previews = previews.Offers(Language);
    }

    public async Task<IActionResult> OnPostSetAsync(string? language, string? key, string? text, bool reset, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        if (!Languages.Contains(language) || key is null || !TextKeys.All.Contains(key))
        {
            return NotFound();
        }

        var wanted = reset ? null : text?.Trim() ?? "";
        if (wanted is not null && OwnTexts.Problem(language!, key, wanted) is { } problem)
        {
            Tell(T.Say(problem, OwnTexts.Longest, OwnTexts.Shipped(language!, key)), isProblem: true);
        }
        else
        {
            await book.SetTextAsync(language!, key, wanted == OwnTexts.Shipped(language!, key) ? null : wanted, Me, cancellationToken);
            Tell(T["saved"]);
        }

        return Redirect($"/admin/texts?language={language}");
    }
}

/// <summary>One text with what was shipped and what was made of it.</summary>
internal sealed record TextLine(string Key, string Shipped, string? Own)
{
    public string Id => Key.Replace('.', '-');
}
