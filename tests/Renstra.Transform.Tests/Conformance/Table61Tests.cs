using Renstra.Transform.Plan;
using Renstra.Transform.Reference;

namespace Renstra.Transform.Tests.Conformance;

/// <summary>The province-funded part of Table 6.1 of the plan (lines 2273 to 2388).</summary>
public sealed class Table61Tests
{
    [Fact]
    public void It_has_95_lines()
    {
        var lines = ReferenceData.Shipped.Programmes;

        Assert.Equal(95, lines.Count);
        Assert.Equal(
            [(ProgrammeLevel.Urusan, 2), (ProgrammeLevel.Program, 9), (ProgrammeLevel.Kegiatan, 21), (ProgrammeLevel.SubKegiatan, 63)],
            lines.CountBy(line => line.Level).OrderBy(count => count.Key).Select(count => (count.Key, count.Value)));
        Assert.Equal(["X.XX.01", "2.07", "3.32"], lines.Where(line => line.ParentCode is null).Select(line => line.Code));
    }

    [Fact]
    public void Every_amount_is_the_sum_of_its_parts_but_for_one_field_in_2026()
    {
        var broken = Table61.Parts.Where(check => !check.Agrees);

        Assert.Equal(
            [("2.07", "2026", 3_020_000_000m, 3_260_000_000m), ("2.07", Table61.Period, 7_771_202_000m, 8_251_202_000m)],
            broken.Select(check => (check.Line.Code, check.Column, check.Printed, check.Sum)));
    }

    [Fact]
    public void The_same_fields_period_is_not_even_the_sum_of_its_own_years()
    {
        var broken = Assert.Single(Table61.Periods, check => !check.Agrees);

        Assert.Equal(("2.07", 7_771_202_000m, 8_011_202_000m), (broken.Line.Code, broken.Printed, broken.Sum));
    }

    [Fact]
    public void One_sub_activity_has_a_target_that_its_period_does_not_add_up_to()
    {
        var broken = Assert.Single(Table61.Targets, check => !check.Agrees);
        var target2026 = broken.Line.Years.Single(year => year.Year == 2026).Amounts.Target;

        Assert.Equal(("2.07.02.1.01.0004", 6m, 92m), (broken.Line.Code, target2026, broken.Printed));
        Assert.Equal(46m, broken.Printed - (broken.Sum - target2026));
    }

    [Fact]
    public void What_does_not_add_up_is_explained_and_nothing_else_is()
    {
        var broken = Table61.Parts.Concat(Table61.Periods).Concat(Table61.Targets).Where(check => !check.Agrees).Select(check => check.Line.Code).Distinct();

        Assert.Equal(broken.Order(), ReferenceData.Shipped.Programmes.Where(line => line.Note.Length > 0).Select(line => line.Code).Order());
    }

    [Fact]
    public void The_offices_total_adds_up_the_amounts_as_printed()
    {
        Assert.All(Table61.Columns, column => Assert.Equal(Table61.PrintedTotal[column], Table61.Total(column)));
    }

    [Fact]
    public void Only_sub_activities_have_targets_and_each_has_a_unit_and_someone_who_answers_for_it()
    {
        Assert.All(ReferenceData.Shipped.Programmes, line =>
        {
            var isSubActivity = line.Level == ProgrammeLevel.SubKegiatan;
            Assert.Equal(isSubActivity, line.Period.Target is not null);
            Assert.Equal(isSubActivity, line.Unit.Length > 0);
            Assert.Equal(isSubActivity, line.Performance.Length > 0);
            Assert.Equal(isSubActivity, line.ResponsibleUnit.Length > 0);
            Assert.Equal([2024, 2025, 2026], line.Years.Select(year => year.Year));
        });
    }
}
