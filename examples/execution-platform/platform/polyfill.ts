// Node 20 and 22 have the dispose symbols but not the stacks; this does nothing where they are built in.
import 'disposablestack/auto';
