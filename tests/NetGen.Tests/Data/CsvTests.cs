using System.Globalization;
using System.Text;

namespace NetGen.Tests.Data;

/// <summary>CSV files as they come: headers, quotes, line ends, columns by name and by place, text for classes and inputs.</summary>
public class CsvTests
{
    private const string Flowers = "length,kind,width\n1.5,rose,2\n-2e1,\"iris, blue\",0.25\n3,rose,4\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_mark_says_the_encoding(string name)
    {
        var encoding = System.Text.Encoding.GetEncoding(name);
        using var stream = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes("gr\u00F6\u00DFe,kind\n1,b\u00E9\n")]);
        var data = Csv.ReadLabeled<float>(stream, "test.csv", "kind");
        data.InputNames.ShouldBe(["gr\u00F6\u00DFe"]);
        data.ClassNames.ShouldBe(["b\u00E9"]);
    }

    [Fact]
    public void Labels_are_places_among_sorted_class_names()
    {
        var data = Labeled(Flowers, "kind");
        data.ClassNames.ShouldBe(["iris, blue", "rose"]);
        data.Labels.ToArray().ShouldBe([1, 0, 1]);
        data.InputNames.ShouldBe(["length", "width"]);
        data.Inputs.ToArray().ShouldBe([1.5, 2, -20, 0.25, 3, 4]);
        data.InputSize.ShouldBe(2);
    }

    [Fact]
    public void Classes_that_are_numbers_are_sorted_as_numbers() =>
        Labeled("x,y\n0,10\n0,9\n0,-1\n0,9\n", "y").ClassNames.ShouldBe(["-1", "9", "10"]);

    [Fact]
    public void Class_names_can_be_those_of_another_file()
    {
        var data = Labeled("x,kind\n1,rose\n", "kind", new() { ClassNames = ["tulip", "rose"] });
        data.Labels.ToArray().ShouldBe([1]);
        data.ClassNames.ShouldBe(["tulip", "rose"]);
        Refused(() => Labeled("x,kind\n1,rose\n2,fern\n", "kind", new() { ClassNames = ["tulip", "rose"] }))
            .ShouldBe("test.csv, line 3, column 'kind': expected one of tulip, rose, but got 'fern'.");
        Should.Throw<ArgumentException>(() => Labeled(Flowers, "kind", new() { ClassNames = ["a", "a"] })).Message.ShouldContain("'a'");
    }

    [Fact]
    public void Values_keep_the_order_of_the_targets()
    {
        var data = Valued("a,b,c\n1,2,3\n4,5,6\n", ["c", 0]);
        data.Targets.ToArray().ShouldBe([3, 1, 6, 4]);
        data.TargetNames.ShouldBe(["c", "a"]);
        data.Inputs.ToArray().ShouldBe([2, 5]);
        data.InputNames.ShouldBe(["b"]);
    }

    [Fact]
    public void Without_a_header_columns_have_places()
    {
        var data = Valued("1;2;3\n4;5;6", [^1], new() { HasHeader = false, Separator = ';', Inputs = [1] });
        data.Inputs.ToArray().ShouldBe([2, 5]);
        data.Targets.ToArray().ShouldBe([3, 6]);
        data.InputNames.ShouldBeEmpty();
        data.TargetNames.ShouldBeEmpty();
    }

    [Fact]
    public void Categories_are_one_hot()
    {
        var data = Valued("size,color,price\n1,red,10\n2,\"blue\",20\n3,red,30\n", ["price"], new() { Categories = ["color"] });
        data.InputNames.ShouldBe(["size", "color=blue", "color=red"]);
        data.Inputs.ToArray().ShouldBe([1, 0, 1, 2, 1, 0, 3, 0, 1]);
        Labeled("x,a,b,y\n5,u,9,0\n6,v,8,1\n", "y", new() { Inputs = ["b", "a"], Categories = [1] }).Inputs.ToArray().ShouldBe([9, 1, 0, 8, 0, 1]);
    }

    [Fact]
    public void Inputs_can_be_those_of_another_file()
    {
        var options = new CsvOptions { Categories = ["city"] };
        var train = Valued("size,city,price\n1,z,10\n2,x,20\n3,y,30\n", ["price"], options);
        options = options with { InputNames = train.InputNames };
        foreach (string text in (string[])["size,city,price\n4,x,40\n5,y,50\n", "city,price,id,size\nx,40,7,4\ny,50,8,5\n"])
        {
            var second = Valued(text, ["price"], options);
            second.InputNames.ShouldBe(["size", "city=x", "city=y", "city=z"]);
            second.Inputs.ToArray().ShouldBe([4, 1, 0, 0, 5, 0, 1, 0]);
        }

        Refused(() => Valued("size,city,price\n4,x,40\n5,w,50\n", ["price"], options))
            .ShouldBe("test.csv, line 3, column 'city': expected one of x, y, z, but got 'w'.");
    }

    [Fact]
    public void Inputs_of_another_file_are_found_by_place_where_there_are_no_names()
    {
        var options = new CsvOptions { HasHeader = false, Categories = [1] };
        var train = Valued("1,x,10\n2,y,20\n", [2], options);
        Valued("3,y,30\n", [2], options with { InputNames = train.InputNames }).Inputs.ToArray().ShouldBe([3, 0, 1]);
        var nameless = Valued("1,2\n", [1], new() { HasHeader = false });
        Valued("3,4\n", [1], new() { HasHeader = false, InputNames = nameless.InputNames }).Inputs.ToArray().ShouldBe([3]);
    }

    [Fact]
    public void Inputs_of_another_file_may_have_names_that_begin_alike()
    {
        var options = new CsvOptions { Categories = ["a", "a=b", "c"] };
        string text = "a=b,c,d,a,a=q,d,y\nu,p,1,v,5,2,0\nw,p,3,b=u,6,4,0\n";
        var train = Valued(text, ["y"], options);
        train.InputNames.ShouldBe(["a=b=u", "a=b=w", "c=p", "d", "a=b=u", "a=v", "a=q", "d"]);
        Valued(text, ["y"], options with { InputNames = train.InputNames }).Inputs.ToArray().ShouldBe(train.Inputs.ToArray());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_and_empty_lines_do_not_matter(string end)
    {
        string text = string.Join(end, "about this file", "", "x,y", "1,2", "", "3,4", "", "");
        Valued(text, ["y"], new() { SkippedLines = 1 }).Targets.ToArray().ShouldBe([2, 4]);
        Refused(() => Valued(text + "5,z", ["y"], new() { SkippedLines = 1 })).ShouldStartWith("test.csv, line 8, column 'y'");
    }

    [Fact]
    public void Quoted_fields_hold_anything()
    {
        var data = Labeled("\uFEFF\"the \"\"x\"\"\",\"k\nind\"\r\n\"1\",\"a\r\nb\"\r\n2,\"\"\"\"\n3,\"c\"\"d\"\n", 1);
        data.InputNames.ShouldBe(["the \"x\""]);
        data.ClassNames.ShouldBe(["\"", "a\nb", "c\"d"]);
        data.Labels.ToArray().ShouldBe([1, 0, 2]);
        Refused(() => Labeled("x,y\n1,\"a\n\nb\"\n4,\"5\"6\n", "y")).ShouldContain("line 5: expected a separator");
    }

    [Fact]
    public void The_culture_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
        try
        {
            Valued("x,y\n-1.5,2.25\n", [1]).Inputs.ToArray().ShouldBe([-1.5]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Files_are_unpacked_if_their_names_say_so()
    {
        byte[] content = Encoding.UTF8.GetBytes(Flowers);
        foreach (string name in (string[])["flowers.csv", "flowers.csv.gz"])
        {
            TextFile.Use(name, content, path => Csv.ReadLabeled<float>(path, "kind")).Inputs.ToArray().ShouldBe([1.5f, 2, -20, 0.25f, 3, 4]);
            TextFile.Use(name, content, path => Csv.ReadValued<float>(path, [2], new() { Inputs = [0] })).Targets.ToArray().ShouldBe([2, 0.25f, 4]);
        }

        using var stream = new MemoryStream(TextFile.Pack(content));
        Csv.ReadLabeled<double>(stream, "flowers.csv.GZ", "kind").Count.ShouldBe(3);
        stream.CanRead.ShouldBeTrue();
        stream.Position = 0;
        Csv.ReadValued<double>(stream, "flowers.csv.GZ", [2], new() { Inputs = [0] }).Count.ShouldBe(3);
        stream.CanRead.ShouldBeTrue();
    }

    [Fact]
    public void Spaces_around_names_do_not_matter()
    {
        var data = Labeled("x, y\n1, a\n2,a\n3,b \n", "y");
        data.ClassNames.ShouldBe(["a", "b"]);
        data.Labels.ToArray().ShouldBe([0, 0, 1]);
    }

    [Fact]
    public void Names_go_along_with_parts_of_the_data()
    {
        var data = Labeled(Flowers, "kind");
        foreach (var part in (Dataset<double>[])[data[1..], data.Gather([2]), data.Shuffle(1), data.Split(0.5, 1).First, data.Folds(2, 1)[0].Train, Scaler.Standardize(data).Apply(data)])
        {
            part.ClassNames.ShouldBe(data.ClassNames);
            part.InputNames.ShouldBe(data.InputNames);
        }
    }

    private static Dataset<double> Labeled(string text, CsvColumn label, CsvOptions? options = null) =>
        Csv.ReadLabeled<double>(TextFile.Of(text), "test.csv", label, options);

    private static Dataset<double> Valued(string text, IReadOnlyList<CsvColumn> targets, CsvOptions? options = null) =>
        Csv.ReadValued<double>(TextFile.Of(text), "test.csv", targets, options);

    private static string Refused(Func<object> read) => Should.Throw<InvalidDataException>(read).Message;
}
