using NetGen.Weights;

namespace NetGen.Tests.Weights;

public class TensorStoreTests
{
    private static readonly TensorDescription Matrix = Tensor("m", 2, 3);
    private static readonly TensorDescription Vector = Tensor("v", 2);

    [Fact]
    public void A_matrix_stored_by_columns_with_padding_comes_out_by_rows()
    {
        var store = Transposed();
        store.Write("m", [1, 2, 3, 4, 5, 6]);
        store.Write("v", [7, 8]);

        store.Buffer.Span[..14].ToArray().ShouldBe([1, 4, 0, 0, 2, 5, 0, 0, 3, 6, 0, 0, 7, 8]);
        store.ToArray("m").ShouldBe([1, 2, 3, 4, 5, 6]);
        store.ToArray("v").ShouldBe([7, 8]);
    }

    [Fact]
    public void Tensors_of_any_rank_are_walked()
    {
        var filters = new TensorLayout(Tensor("f", 2, 3, 2, 2), 1, 1, 2, 12, 6);
        var number = new TensorLayout(Tensor("n"), 0);
        var store = new TensorStore<float>(25, filters, number);
        float[] elements = [.. Enumerable.Range(1, 24).Select(i => (float)i)];
        store.Write("f", elements);
        store.Write("n", [99]);

        store.ToArray("f").ShouldBe(elements);
        store.ToArray("n").ShouldBe([99]);
        store.Buffer.Span[0].ShouldBe(99);
        store.Buffer.Span[1 + 1 + 2 * 2 + 12 + 6].ShouldBe(24); // [1, 2, 1, 1]
        store.Buffer.Span[1 + 2].ShouldBe(5); // [0, 1, 0, 0]
    }

    [Fact]
    public void An_unknown_name_is_refused_with_those_there_are()
    {
        var store = Transposed();
        var problem = Should.Throw<ArgumentException>(() => store.ToArray("w"));
        problem.Message.ShouldContain("'w'");
        problem.Message.ShouldContain("m, v");
    }

    [Fact]
    public void A_wrong_length_is_refused_with_both_sides()
    {
        var store = Transposed();
        var problem = Should.Throw<ArgumentException>(() => store.Write("m", new float[5]));
        problem.Message.ShouldContain("[2, 3], 6 elements");
        problem.Message.ShouldContain("5");
        Should.Throw<ArgumentException>(() => store.Read("m", new float[7]));
    }

    [Fact]
    public void Copies_are_of_their_own()
    {
        var store = Transposed();
        store.Write("m", [1, 2, 3, 4, 5, 6]);
        var copy = store.CreateSimilar();
        copy.ToArray("m").ShouldBe(new float[6]);

        copy.CopyFrom(store);
        store.Write("m", new float[6]);
        copy.ToArray("m").ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void What_is_not_learned_has_no_gradient()
    {
        var store = new TensorStore<float>(16, new TensorLayout(Matrix, 0, 1, 4), new TensorLayout(Vector with { Learned = false }, 12, 1));
        var gradients = store.CreateForGradients();
        gradients.Tensors.ShouldBe([Matrix]);
        gradients.Buffer.Length.ShouldBe(12);
        Should.Throw<ArgumentException>(() => gradients.ToArray("v")).Message.ShouldContain("no tensor 'v'");
        store.CreateSimilar().Tensors.Count.ShouldBe(2);
        Transposed().CreateForGradients().Buffer.Length.ShouldBe(14);
    }

    [Fact]
    public void Stores_made_alike_can_be_copied_and_others_not()
    {
        var store = Transposed();
        store.CopyFrom(Transposed());

        var otherPlace = new TensorStore<float>(14, new TensorLayout(Matrix, 2, 1, 4), new TensorLayout(Vector, 0, 1));
        Should.Throw<ArgumentException>(() => store.CopyFrom(otherPlace)).Message.ShouldContain("at 2");
        var otherLength = new TensorStore<float>(16, new TensorLayout(Matrix, 0, 1, 4), new TensorLayout(Vector, 12, 1));
        Should.Throw<ArgumentException>(() => store.CopyFrom(otherLength)).Message.ShouldContain("16");
        var otherTensors = new TensorStore<float>(14, new TensorLayout(Matrix, 0, 1, 4));
        Should.Throw<ArgumentException>(() => store.CopyFrom(otherTensors)).Message.ShouldContain("2 tensors");
    }

    [Fact]
    public void Layouts_outside_the_buffer_are_refused()
    {
        Should.Throw<ArgumentException>(() => new TensorStore<float>(5, new TensorLayout(Matrix, 0, 3, 1))).Message.ShouldContain("0 to 5");
        Should.Throw<ArgumentException>(() => new TensorStore<float>(9, new TensorLayout(Matrix, -1, 3, 1)));
        Should.Throw<ArgumentException>(() => new TensorStore<float>(9, new TensorLayout(Matrix, 8, -3, 1)));
        Should.Throw<ArgumentException>(() => new TensorStore<float>(9, new TensorLayout(Matrix, 0, 1))).Message.ShouldContain("2 strides");
        Should.Throw<ArgumentException>(() => new TensorStore<float>(9, new TensorLayout(Vector, 0, 1), new TensorLayout(Vector, 2, 1)));
    }

    [Fact]
    public void Reading_and_writing_allocate_nothing()
    {
        var store = Transposed();
        float[] elements = new float[6];
        Allocations.ShouldBeNone(() => { }, () => store.Write("m", elements), () => store.Read("m", elements));
    }

    private static TensorStore<float> Transposed() =>
        new(14, new TensorLayout(Matrix, 0, 1, 4), new TensorLayout(Vector, 12, 1));

    private static TensorDescription Tensor(string name, params int[] shape) => new(name, shape, Init.Constant, 0, false);
}
