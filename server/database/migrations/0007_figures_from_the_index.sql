-- Points are part of a customer's figures: all of them are read from the index alone.
drop index orders_customer;
create index orders_customer on orders (customer_id, placed_at desc) include (base_net, status, points);
