using NetGen.Kernels;
using NetGen.Weights;

namespace NetGen.Tests.Weights;

public sealed class StripTests
{
    public static TheoryData<int, int> Shapes => new() { { 65, 1 }, { 80, 3 }, { 128, 2 }, { 130, 7 }, { 300, 5 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_matrix_in_strips_comes_out_by_rows(int units, int inputs)
    {
        var store = new TensorStore<float>(Stripped.Length(inputs, units) + 8, Stripped.Layout("w", units, inputs, offset: 8));
        float[] elements = [.. Enumerable.Range(1, units * inputs).Select(i => (float)i)];
        store.Write("w", elements);
        store.ToArray("w").ShouldBe(elements);

        int[] places = Stripped.Places(inputs, units);
        for (int input = 0; input < inputs; input++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                store.Buffer.Span[8 + places[(input * units) + unit]].ShouldBe(elements[(unit * inputs) + input]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Its_last_element_has_to_lie_within_the_buffer(int units, int inputs)
    {
        var layout = Stripped.Layout("w", units, inputs);
        int last = Stripped.Places(inputs, units).Max();
        layout.Last.ShouldBe(last);
        Should.NotThrow(() => new TensorStore<float>(last + 1, layout));
        Should.Throw<ArgumentException>(() => new TensorStore<float>(last, layout)).Message.ShouldContain($"to {last}");
    }

    [Fact]
    public void Strips_have_strides_of_their_own_and_are_another_place()
    {
        var layout = Stripped.Layout("w", 128, 2);
        Should.Throw<ArgumentException>(() => new TensorStore<float>(256, new TensorLayout(layout.Tensor, 0, 1, 128) { InStrips = true }))
            .Message.ShouldContain("strides 1, 64, but got 1, 128");
        var store = new TensorStore<float>(256, layout);
        var plain = new TensorStore<float>(256, layout with { InStrips = false });
        Should.Throw<ArgumentException>(() => plain.CopyFrom(store)).Message.ShouldContain("[1, 64] in strips");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_goes_through_all_elements_leaves_padding_out(int units, int inputs)
    {
        var store = new TensorStore<double>(Stripped.Length(inputs, units), Stripped.Layout("w", units, inputs));
        store.Buffer.Span.Fill(double.NaN);
        double[] elements = [.. Enumerable.Range(1, units * inputs).Select(i => (double)i)];
        store.Write("w", elements);
        double norm = Math.Sqrt(elements.Sum(element => element * element));

        GradientNorm.Of<double, Lanes256<double>>(store).ShouldBe(norm, norm * 1e-14);
        TensorNorms.Of<double>(store.Buffer.Span, [.. store.Layouts]).ShouldBe(norm, norm * 1e-14);
        var before = store.CreateSimilar();
        TensorNorms.OfChange<double>(before.Buffer.Span, store.Buffer.Span, [.. store.Layouts]).ShouldBe(norm, norm * 1e-14);
        NotFiniteSearch<double>.FirstOf(store).ShouldBeNull();
        foreach (int wrong in (int[])[0, elements.Length / 2, elements.Length - 1])
        {
            store.Write("w", elements);
            store.Buffer.Span[Stripped.Places(inputs, units)[wrong]] = double.NaN;
            NotFiniteSearch<double>.FirstOf(store).ShouldBe("w");
        }
    }
}
