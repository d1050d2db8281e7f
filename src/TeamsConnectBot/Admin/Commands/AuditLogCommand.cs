using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>The last acts in office, and whether the log is whole. Looking is itself written there.</summary>
internal sealed class AuditLogCommand(OfficeBook offices, AuditLog audit) : OfficeCommand(offices)
{
    private const int Shown = 15;

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["logboek"],
        ["en"] = ["audit log"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "wie wat veranderde, goedkeurde en bekeek (ondernemingsraad)",
        ["en"] = "who changed, approved and looked at what (works council)",
    };

    protected override Offices Who => Offices.WorksCouncil;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        var texts = Texts.For(language).Office.Audit;
        var verdict = await audit.VerifyAsync(cancellationToken);
        var rows = await audit.ReadAsync(null, Shown, cancellationToken);
        await audit.AddAsync(actor, AuditAction.LogSeen, "chat", "", cancellationToken);
        var state = verdict.IsSound ? texts.Sound : texts.Broken.With(("number", $"{verdict.FirstBroken}"));
        return new OfficeCard(
            texts.Heading, [new OfficeSection("", rows.Count == 0 ? [texts.Nothing] : [.. rows.Select(row => Line(row, language))])],
            $"{state} {verdict.Head[..16]}");
    }

    private static string Line(AuditRow row, string language)
    {
        var t = PageTexts.For(language);
        return $"{row.Number} · {Dates.Moment(t, row.At)} · {row.ActorName} · {LogWords.Line(t, row)}";
    }
}
