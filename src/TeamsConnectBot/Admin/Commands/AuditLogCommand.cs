using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Shows the newest audit entries, and whether the log is intact. Reading it adds an entry too.</summary>
internal sealed class AuditLogCommand(RoleDirectory roles, AuditLog audit, PoolCatalogue pools) : RoleCommand(roles)
{
    private const int Shown = 15;

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["logboek"], ["audit log"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "wie wat veranderde, goedkeurde en bekeek (ondernemingsraad)", "who changed, approved and looked at what (works council)");

    protected override Role Who => Role.WorksCouncil;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        var texts = Texts.For(language).Office.Audit;
        var verdict = await audit.VerifyAsync(cancellationToken);
        var rows = await audit.ReadAsync(null, Shown, cancellationToken);
        await audit.AddAsync(actor, AuditAction.LogSeen, "chat", "", cancellationToken);
        var t = PageTexts.For(language);
        var lines = rows.Select(row =>
            $"{row.Number} · {Dates.Moment(t, row.At)} · {row.ActorName} · {LogWords.Line(t, row, id => pools.NameOf(id, language))}");
        var state = verdict.IsSound ? texts.Sound : texts.Broken.With(("number", $"{verdict.FirstBroken}"));
        return new OfficeCard(
            texts.Heading, [new OfficeSection("", rows.Count == 0 ? [texts.Nothing] : [.. lines])], $"{state} {verdict.Head[..16]}");
    }
}
